/**
 * The chat widgets, as their vendors' documentation describes them: one row each, its columns separated by commas.
 *
 * 0. The name that the data layer gets, and that `widgets` in the settings chooses by.
 * 1. The global that the widget makes: a function, an object, or `window`/`document` for plain DOM events.
 * 2. How it registers a callback: by calling the global itself (empty), its method of that name, or `on` once its `init`
 *    has come true. `slot` where it registers none: the event is a property of the global that holds the site's own
 *    callback.
 * 3. What says "opened": the arguments before the callback, separated by spaces. 4. "Conversation started", likewise.
 * 5. A pattern: which openings count, by the JSON of what the callback gets; all, without it. 6. The same for starts.
 * 7. Which of the global's owners it must be: see isThere in chat.ts.
 *
 * "Unverified" marks what could not be confirmed in the vendor's documentation: where it does not hold, that widget is
 * not heard, and nothing else happens.
 */
export const widgets =
  'intercom,Intercom,,onShow,;' +
  'zendesk,zE,,messenger:on open,messenger:on conversationStarted,,,messenger;' +
  // Zendesk Classic: both unverified.
  'zendesk,zE,,webWidget:on open,webWidget:on chat:start,,,classic;' +
  // A greeting is an event of the agent's: it starts no conversation.
  'livechat,LiveChatWidget,on,visibility_changed,new_event,"maximized",^(?!.*"agent");' +
  'tawk,Tawk_API,slot,onChatMaximized,onChatStarted;' +
  'hubspot,HubSpotConversations,on,userInteractedWithWidget,conversationStarted;' +
  'tidio,document,addEventListener,tidioChat-open,tidioChat-conversationStart;' +
  'crisp,$crisp,push,on chat:opened,on chat:initiated;' +
  'drift,drift,on,chatOpen,startConversation;' +
  'olark,olark,,api.box.onExpand,api.chat.onBeginConversation;' +
  'freshchat,fcWidget,on,widget:opened,message:sent;' +
  'genesys,Genesys,,subscribe Conversations.opened,subscribe Conversations.started;' +
  // Unverified.
  'genesys,Genesys,,subscribe Messenger.opened,;' +
  'salesforce,window,addEventListener,onEmbeddedMessagingButtonClicked,onEmbeddedMessagingConversationOpened;' +
  'jivochat,window,slot,jivo_onOpen,jivo_onClientStartChat,,,jivo;' +
  'helpscout,Beacon,,on open,on chat-started;' +
  'chatwoot,window,addEventListener,chatwoot:opened,chatwoot:on-start-conversation;' +
  // One slot for everything: what it gets names the event.
  'podium,window,slot,PodiumEventsCallback,PodiumEventsCallback,^"(Bubble Click|Conversation Start)ed"$,,podium;' +
  'smartsupp,smartsupp,,,on message_sent;' +
  'gorgias,GorgiasChat,init,widget:opened';
