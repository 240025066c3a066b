/** A chat widget, as its vendor's documentation describes it. */
export type Widget = [
  /** The name that the data layer gets, and that `widgets` in the settings chooses by. */
  provider: string,
  /** The global that the widget makes: a function, an object, or `window`/`document` for plain DOM events. */
  api: string,
  /**
   * How it registers a callback: by calling `api` itself (''), its method of that name, or `on` once its `init` has
   * come true. `slot` where it registers none: the event is a property of `api` that holds the site's own callback.
   */
  by: '' | 'on' | 'push' | 'addEventListener' | 'init' | 'slot',
  /**
   * What says "opened" and "conversation started": the arguments before the callback, separated by spaces.
   * Several such announcements are separated by commas.
   */
  open: string,
  start: string,
  /** Which of those announcements count, judged by what the callback gets; all, without it. */
  opens?: Judge | 0,
  starts?: Judge | 0,
  /** Whether the widget is there, where its global alone does not tell. */
  isThere?: (api: never, widget: Widget) => boolean,
];

export type Judge = (detail: never) => boolean;

interface Zendesk {
  widget?: 'messenger' | 'classic';
}

/** Looks at a Zendesk that does not say which of its two products it is. */
let doubts = 0;
/** So many of them, some seconds in all, before it is taken for the present product. */
const MOST_DOUBTS = 5;

/** Zendesk's two products share one global, and complain of each other's words. Classic's old snippet makes `zEmbed`. */
function isClassic(zE: Zendesk): boolean {
  return zE.widget ? zE.widget === 'classic' : 'zEmbed' in window;
}

function isMessaging(zE: Zendesk): boolean {
  return !isClassic(zE) && (!!zE.widget || ++doubts > MOST_DOUBTS);
}

/**
 * A slot of the window is a global, and is made only where its widget is: by the site, or the widget's script. (The
 * address of that, or its own global, begins with the vendor's name.)
 */
function hasSlot(page: Record<string, unknown>, widget: Widget): boolean {
  const vendor = widget[3].slice(0, 4).toLowerCase();
  return (
    !!page[widget[3]] ||
    !!page[widget[4]] ||
    !!page[`${vendor}_api`] ||
    [].some.call(
      document.scripts,
      (script: HTMLScriptElement) => script.src.toLowerCase().indexOf(vendor) >= 0,
    )
  );
}

/**
 * "Unverified" marks what could not be confirmed in the vendor's documentation: where it does not hold, that widget is
 * not heard, and nothing else happens.
 */
export const widgets: Widget[] = [
  ['intercom', 'Intercom', '', 'onShow', ''],
  [
    'zendesk',
    'zE',
    '',
    'messenger:on open',
    'messenger:on conversationStarted',
    undefined,
    undefined,
    isMessaging,
  ],
  // Zendesk Classic: both unverified.
  ['zendesk', 'zE', '', 'webWidget:on open', 'webWidget:on chat:start', 0, 0, isClassic],
  [
    'livechat',
    'LiveChatWidget',
    'on',
    'visibility_changed',
    'new_event',
    (detail: { visibility: string }) => detail.visibility === 'maximized',
    // A greeting is an event of the agent's: it starts no conversation.
    (detail?: { author?: { type?: string } }) => !/"type":"agent"/.test(JSON.stringify(detail)),
  ],
  ['tawk', 'Tawk_API', 'slot', 'onChatMaximized', 'onChatStarted'],
  ['hubspot', 'HubSpotConversations', 'on', 'userInteractedWithWidget', 'conversationStarted'],
  ['tidio', 'document', 'addEventListener', 'tidioChat-open', 'tidioChat-conversationStart'],
  ['crisp', '$crisp', 'push', 'on chat:opened', 'on chat:initiated'],
  ['drift', 'drift', 'on', 'chatOpen', 'startConversation'],
  ['olark', 'olark', '', 'api.box.onExpand', 'api.chat.onBeginConversation'],
  ['freshchat', 'fcWidget', 'on', 'widget:opened', 'message:sent'],
  // Genesys: `Messenger.opened` unverified.
  [
    'genesys',
    'Genesys',
    '',
    'subscribe Messenger.opened,subscribe Conversations.opened',
    'subscribe Conversations.started',
  ],
  [
    'salesforce',
    'window',
    'addEventListener',
    'onEmbeddedMessagingButtonClicked',
    'onEmbeddedMessagingConversationOpened',
  ],
  ['jivochat', 'window', 'slot', 'jivo_onOpen', 'jivo_onClientStartChat', 0, 0, hasSlot],
  ['helpscout', 'Beacon', '', 'on open', 'on chat-started'],
  ['chatwoot', 'window', 'addEventListener', 'chatwoot:opened', 'chatwoot:on-start-conversation'],
  // One slot for everything: what it gets names the event.
  [
    'podium',
    'window',
    'slot',
    'PodiumEventsCallback',
    'PodiumEventsCallback',
    (detail: string) => detail === 'Bubble Clicked',
    (detail: string) => detail === 'Conversation Started',
    hasSlot,
  ],
  ['smartsupp', 'smartsupp', '', '', 'on message_sent'],
  ['gorgias', 'GorgiasChat', 'init', 'widget:opened', ''],
];
