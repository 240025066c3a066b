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
  opens?: Judge,
  starts?: Judge,
];

export type Judge = (detail: never) => boolean;

/**
 * "Unverified" marks what could not be confirmed in the vendor's documentation: where it does not hold, that widget is
 * not heard, and nothing else happens.
 */
export const widgets: Widget[] = [
  ['intercom', 'Intercom', '', 'onShow', ''],
  ['zendesk', 'zE', '', 'messenger:on open', 'messenger:on conversationStarted'],
  // Zendesk Classic: both unverified.
  ['zendesk', 'zE', '', 'webWidget:on open', 'webWidget:on chat:start'],
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
  ['jivochat', 'window', 'slot', 'jivo_onOpen', 'jivo_onClientStartChat'],
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
  ],
  ['smartsupp', 'smartsupp', '', '', 'on message_sent'],
  ['gorgias', 'GorgiasChat', 'init', 'widget:opened', ''],
];
