import { describe, expect, test } from '@jest/globals';
import type { TestPage } from './page.ts';
import { openPage } from './page.ts';

type Fire = (event: string, ...args: unknown[]) => void;
type Install = (window: TestPage['window']) => Fire;
type Callback = (...args: unknown[]) => void;

/** Listeners by name, which all the vendors' own registries come down to. */
function registry(): { on: (name: string, listener: Callback) => void; fire: Fire } {
  const listeners: [string, Callback][] = [];
  return {
    on: (name, listener) => listeners.push([name, listener]),
    fire: (name, ...args) => {
      for (const [registered, listener] of listeners) if (registered === name) listener(...args);
    },
  };
}

/** A global function whose last argument is the callback: `Intercom('onShow', fn)`, `zE('messenger:on', 'open', fn)`. */
const called =
  (name: string): Install =>
  (window) => {
    const { on, fire } = registry();
    window[name] = (...args: unknown[]) => on(args.slice(0, -1).join(' '), args.at(-1) as Callback);
    return fire;
  };

/** Zendesk's two products share a global, which says what it is, and complain of each other's words. */
const zendesk =
  (widget: 'messenger' | 'classic'): Install =>
  (window) => {
    const { on, fire } = registry();
    const zE = (...args: unknown[]) => {
      const isTheirs = String(args[0]).startsWith(widget === 'classic' ? 'webWidget' : 'messenger');
      if (!isTheirs) console.error(`zE: unknown ${args[0]}`);
      window.complaints = ((window.complaints as number) ?? 0) + (isTheirs ? 0 : 1);
      on(args.slice(0, -1).join(' '), args.at(-1) as Callback);
    };
    window.zE = Object.assign(zE, { widget });
    return fire;
  };

/** A global object with `on(event, fn)`. */
const listened =
  (name: string): Install =>
  (window) => {
    const { on, fire } = registry();
    window[name] = { on };
    return fire;
  };

const dispatched =
  (target: 'window' | 'document'): Install =>
  (window) =>
  (event) =>
    (target === 'window' ? window : window.document).dispatchEvent(new window.CustomEvent(event));

/** Slots for callbacks: of an object, or of the window, where the widget's script tells that it is there. */
const slots =
  (owner: string): Install =>
  (window) => {
    if (owner.startsWith('https:')) {
      const script = window.document.createElement('script');
      script.src = owner;
      window.document.head.append(script);
    } else window[owner] = window[owner] ?? {};
    return (event, ...args) => {
      const object = (window[owner] ?? window) as Record<string, Callback | undefined>;
      object[event]?.(...args);
    };
  };

const crisp: Install = (window) => {
  const { on, fire } = registry();
  const queued = (window.$crisp ?? []) as [string, string, Callback][];
  const push = (command: [string, string, Callback]) => {
    if (command[0] === 'on') on(command[1], command[2]);
  };
  window.$crisp = { push };
  queued.forEach(push);
  return fire;
};

const gorgias: Install = (window) => {
  const { on, fire } = registry();
  let ready = false;
  window.GorgiasChat = {
    init: async () => {
      ready = true;
    },
    on: (name: string, listener: Callback) => {
      if (!ready) throw new Error('GorgiasChat is not initialised');
      on(name, listener);
    },
  };
  return fire;
};

interface Row {
  provider: string;
  install: Install;
  open?: [string, ...unknown[]];
  start?: [string, ...unknown[]];
}

const rows: Row[] = [
  { provider: 'intercom', install: called('Intercom'), open: ['onShow'] },
  {
    provider: 'zendesk',
    install: zendesk('messenger'),
    open: ['messenger:on open'],
    start: ['messenger:on conversationStarted'],
  },
  {
    provider: 'zendesk',
    install: zendesk('classic'),
    open: ['webWidget:on open'],
    start: ['webWidget:on chat:start'],
  },
  {
    provider: 'livechat',
    install: listened('LiveChatWidget'),
    open: ['visibility_changed', { visibility: 'maximized' }],
    start: ['new_event', { type: 'message', author: { id: 'c1', type: 'customer' } }],
  },
  { provider: 'tawk', install: slots('Tawk_API'), open: ['onChatMaximized'], start: ['onChatStarted'] },
  {
    provider: 'hubspot',
    install: listened('HubSpotConversations'),
    open: ['userInteractedWithWidget'],
    start: ['conversationStarted', { conversation: { conversationId: 1 } }],
  },
  {
    provider: 'tidio',
    install: dispatched('document'),
    open: ['tidioChat-open'],
    start: ['tidioChat-conversationStart'],
  },
  { provider: 'crisp', install: crisp, open: ['chat:opened'], start: ['chat:initiated'] },
  { provider: 'drift', install: listened('drift'), open: ['chatOpen'], start: ['startConversation'] },
  {
    provider: 'olark',
    install: called('olark'),
    open: ['api.box.onExpand'],
    start: ['api.chat.onBeginConversation'],
  },
  {
    provider: 'freshchat',
    install: listened('fcWidget'),
    open: ['widget:opened'],
    start: ['message:sent'],
  },
  {
    provider: 'genesys',
    install: called('Genesys'),
    open: ['subscribe Messenger.opened'],
    start: ['subscribe Conversations.started'],
  },
  { provider: 'genesys', install: called('Genesys'), open: ['subscribe Conversations.opened'] },
  {
    provider: 'salesforce',
    install: dispatched('window'),
    open: ['onEmbeddedMessagingButtonClicked'],
    start: ['onEmbeddedMessagingConversationOpened'],
  },
  {
    provider: 'jivochat',
    install: slots('https://code.jivosite.com/widget/abc'),
    open: ['jivo_onOpen'],
    start: ['jivo_onClientStartChat'],
  },
  { provider: 'helpscout', install: called('Beacon'), open: ['on open'], start: ['on chat-started'] },
  {
    provider: 'chatwoot',
    install: dispatched('window'),
    open: ['chatwoot:opened'],
    start: ['chatwoot:on-start-conversation'],
  },
  {
    provider: 'podium',
    install: slots('https://connect.podium.com/widget.js'),
    open: ['PodiumEventsCallback', 'Bubble Clicked'],
    start: ['PodiumEventsCallback', 'Conversation Started'],
  },
  { provider: 'smartsupp', install: called('smartsupp'), start: ['on message_sent'] },
  { provider: 'gorgias', install: gorgias, open: ['widget:opened'] },
];

const opened = (provider: string) => ({ event: 'chat_open', chat: { provider } });
const started = (provider: string) => ({ event: 'chat_start', chat: { provider } });

describe.each(rows)('$provider, $open.0 $start.0', ({ provider, install, open, start }) => {
  const expected = [...(open ? [opened(provider)] : []), ...(start ? [started(provider)] : [])];
  const happen = (fire: Fire) => {
    if (open) fire(...open);
    if (start) fire(...start);
  };

  test('is heard when it was there first, once however often it happens', async () => {
    const page = openPage();
    const fire = install(page.window);
    page.run();
    await page.pass(1);
    happen(fire);
    happen(fire);
    expect(page.pushed()).toEqual(expected);
  });

  test('is heard when it comes a minute and a half late', async () => {
    const page = openPage();
    page.run();
    await page.pass(90_000);
    const fire = install(page.window);
    await page.pass(2500);
    happen(fire);
    expect(page.pushed()).toEqual(expected);
  });

  test('is not heard when it was not chosen', async () => {
    const page = openPage();
    page.window.searchstaxSitecore = { widgets: ['none of these'] };
    const fire = install(page.window);
    page.run();
    await page.pass(1000);
    happen(fire);
    expect(page.pushed()).toEqual([]);
  });
});

test('a command queue that the widget replays later is spoken to at once', async () => {
  const page = openPage();
  page.window.$crisp = [];
  page.run();
  await page.pass(1);
  const fire = crisp(page.window);
  fire('chat:opened');
  expect(page.pushed()).toEqual([opened('crisp')]);
});

test('a stub that is replaced without a replay is listened to again', async () => {
  const page = openPage();
  listened('drift')(page.window);
  page.run();
  await page.pass(1);
  const fire = listened('drift')(page.window);
  await page.pass(2500);
  fire('chatOpen');
  expect(page.pushed()).toEqual([opened('drift')]);
});

test('a LiveChat window that is minimised, and a greeting of the agent, count as nothing', async () => {
  const page = openPage();
  const fire = listened('LiveChatWidget')(page.window);
  page.run();
  fire('visibility_changed', { visibility: 'minimized' });
  fire('new_event', { type: 'message', author: { id: 'a1', type: 'agent' } });
  expect(page.pushed()).toEqual([]);
});

test('an API that throws keeps none of the others from being heard', async () => {
  const page = openPage();
  page.window.Intercom = () => {
    throw new Error('Intercom is not booted');
  };
  const fire = listened('fcWidget')(page.window);
  page.run();
  await page.pass(3000);
  fire('widget:opened');
  expect(page.pushed()).toEqual([opened('freshchat')]);
});

test('after two minutes nothing is looked for any more, and it took few looks', async () => {
  const page = openPage();
  page.run();
  await page.pass(130_000);
  const looks = page.timers();
  expect(looks).toBeLessThan(120);
  await page.pass(600_000);
  expect(page.timers()).toBe(looks);
});

describe('a widget that the site’s own button loads and opens', () => {
  const minutesLater = async () => {
    const page = openPage();
    // As browsers have it.
    Object.assign(page.window, { navigation: new page.window.EventTarget() });
    page.run();
    await page.pass(300_000);
    return page;
  };
  const click = (page: TestPage) => page.window.document.body.click();

  test('is heard when it opens soon after the click', async () => {
    const page = await minutesLater();
    click(page);
    await page.pass(1000);
    const fire = listened('fcWidget')(page.window);
    await page.pass(110);
    fire('widget:opened');
    expect(page.pushed()).toEqual([opened('freshchat')]);
  });

  test('is heard when its script opens it as soon as it has loaded', async () => {
    const page = await minutesLater();
    const script = page.window.document.createElement('script');
    page.window.document.head.append(script);
    const fire = listened('HubSpotConversations')(page.window);
    script.onload = () => fire('userInteractedWithWidget');
    script.dispatchEvent(new page.window.Event('load'));
    expect(page.pushed()).toEqual([opened('hubspot')]);
  });

  test.each([
    ['a step back', (page: TestPage) => page.window.dispatchEvent(new page.window.Event('popstate'))],
    [
      'a change of consent',
      (page: TestPage) =>
        (page.window.searchstaxSitecore as { consent: (granted: boolean) => true }).consent(true),
    ],
    [
      'a change of the address by the site',
      (page: TestPage) =>
        (page.window.navigation as EventTarget).dispatchEvent(new page.window.Event('currententrychange')),
    ],
  ])('is heard soon after %s', async (_what, happen) => {
    const page = await minutesLater();
    happen(page);
    await page.pass(1000);
    const fire = listened('fcWidget')(page.window);
    await page.pass(110);
    fire('widget:opened');
    expect(page.pushed()).toEqual([opened('freshchat')]);
  });

  test('is looked for during all of two minutes, however many the clicks', async () => {
    const page = await minutesLater();
    for (let count = 0; count < 10; count++) click(page);
    await page.pass(90_000);
    const fire = listened('fcWidget')(page.window);
    await page.pass(2500);
    fire('widget:opened');
    expect(page.pushed()).toEqual([opened('freshchat')]);
  });

  test('is looked for during two minutes, and then no more', async () => {
    const page = await minutesLater();
    click(page);
    await page.pass(130_000);
    const timers = page.timers();
    await page.pass(60_000);
    expect(page.timers()).toBe(timers);
  });
});

describe('Zendesk', () => {
  test.each(['messenger', 'classic'] as const)('%s is asked in its own words alone', async (product) => {
    const page = openPage();
    zendesk(product)(page.window);
    page.run();
    await page.pass(130_000);
    expect(page.window.complaints).toBe(0);
  });

  test('Classic’s old snippet, which says nothing of itself, is known by its other name', async () => {
    const page = openPage();
    const fire = zendesk('classic')(page.window);
    delete (page.window.zE as { widget?: string }).widget;
    page.window.zEmbed = page.window.zE;
    page.run();
    await page.pass(130_000);
    fire('webWidget:on open');
    expect(page.window.complaints).toBe(0);
    expect(page.pushed()).toEqual([opened('zendesk')]);
  });

  test('one that says what it is only later is not asked before', async () => {
    const page = openPage();
    const fire = zendesk('classic')(page.window);
    const api = page.window.zE as { widget?: string };
    delete api.widget;
    page.run();
    await page.pass(600);
    api.widget = 'classic';
    await page.pass(3000);
    fire('webWidget:on open');
    expect(page.window.complaints).toBe(0);
    expect(page.pushed()).toEqual([opened('zendesk')]);
  });

  test('one that never says is taken for Messaging', async () => {
    const page = openPage();
    const fire = called('zE')(page.window);
    page.run();
    await page.pass(6000);
    fire('messenger:on open');
    expect(page.pushed()).toEqual([opened('zendesk')]);
  });
});

test('a widget is asked for nothing that it does not say', () => {
  const page = openPage();
  const asked: unknown[] = [];
  page.window.Intercom = (name: string) => asked.push(name);
  page.run();
  expect(asked).toEqual(['onShow']);
});

test('one that was chosen is heard, beside one that was not', () => {
  const page = openPage();
  page.window.searchstaxSitecore = { widgets: ['drift', 'olark'] };
  const fires = [listened('drift')(page.window), called('Intercom')(page.window)];
  page.run();
  for (const fire of fires) {
    fire('chatOpen');
    fire('onShow');
  }
  expect(page.pushed()).toEqual([opened('drift')]);
});

test.each([[true], [null], [{}]])('all are heard where the setting is no list: %p', (chosen) => {
  const page = openPage();
  page.window.searchstaxSitecore = { widgets: chosen };
  const fire = listened('drift')(page.window);
  page.run();
  fire('chatOpen');
  expect(page.pushed()).toEqual([opened('drift')]);
});

test('no global is made for a widget that is not there', async () => {
  const page = openPage();
  const before = Object.getOwnPropertyNames(page.window);
  page.run();
  await page.pass(130_000);
  const made = Object.getOwnPropertyNames(page.window).filter((name) => !before.includes(name));
  expect(made).toEqual(['searchstaxSitecore']);
});

describe('a callback slot', () => {
  const site = () => {
    const calls: unknown[] = [];
    const callback = function (this: unknown, ...args: unknown[]) {
      calls.push([this, ...args]);
      return 'theirs';
    };
    return { calls, callback };
  };

  test('set before the companion still runs, with its this, arguments and answer', () => {
    const page = openPage();
    const { calls, callback } = site();
    const api: Record<string, (...args: unknown[]) => unknown> = { onChatMaximized: callback };
    page.window.Tawk_API = api;
    page.run();
    expect(api.onChatMaximized?.(1, 2)).toBe('theirs');
    expect(calls).toEqual([[api, 1, 2]]);
    expect(page.pushed()).toEqual([opened('tawk')]);
  });

  test('set after the companion still runs, and so does ours', () => {
    const page = openPage();
    const { calls, callback } = site();
    page.window.jivo_api = {};
    page.run();
    page.window.jivo_onOpen = callback;
    (page.window.jivo_onOpen as Callback)('x');
    expect(calls).toEqual([[page.window, 'x']]);
    expect(page.pushed()).toEqual([opened('jivochat')]);
  });

  test('that the site chains by hand ends, and counts once', () => {
    const page = openPage();
    const { calls, callback } = site();
    page.window.jivo_api = {};
    page.run();
    const before = page.window.jivo_onOpen as Callback;
    page.window.jivo_onOpen = () => {
      before();
      callback();
    };
    (page.window.jivo_onOpen as Callback)();
    expect(calls.length).toBe(1);
    expect(page.pushed()).toEqual([opened('jivochat')]);
  });

  test('that a function declaration of the site replaces is wrapped again', async () => {
    const page = openPage();
    page.run();
    page.window.eval('function jivo_onOpen() { window.declared = true; }');
    await page.pass(3000);
    (page.window.jivo_onOpen as Callback)();
    expect(page.window.declared).toBe(true);
    expect(page.pushed()).toEqual([opened('jivochat')]);
  });

  test('that has been wrapped, and that a declaration then replaces as browsers do, is wrapped again', async () => {
    const page = openPage();
    const { calls, callback } = site();
    page.window.jivo_api = {};
    page.run();
    Object.defineProperty(page.window, 'jivo_onOpen', {
      configurable: true,
      writable: true,
      value: callback,
    });
    await page.pass(3000);
    (page.window.jivo_onOpen as Callback)();
    expect(calls.length).toBe(1);
    expect(page.pushed()).toEqual([opened('jivochat')]);
  });

  test.each([
    'function jivo_onOpen() { calls = (self.calls || 0) + 1; return 7; }',
    'var jivo_onOpen = function () { calls = (self.calls || 0) + 1; return 7; };',
  ])('that a script of the page declares, before or after, is wrapped: %s', async (declaration) => {
    for (const before of [true, false]) {
      const page = openPage({ scripts: true });
      const declare = () => {
        const script = page.window.document.createElement('script');
        script.textContent = declaration;
        page.window.document.body.append(script);
      };
      if (before) declare();
      page.run();
      if (!before) declare();
      await page.pass(3000);
      expect((page.window.jivo_onOpen as () => unknown)()).toBe(7);
      expect(page.window.calls).toBe(1);
      expect(page.pushed()).toEqual([opened('jivochat')]);
    }
  });

  test('runs the site’s callback even if the data layer throws', () => {
    const page = openPage();
    const { calls, callback } = site();
    page.window.jivo_onOpen = callback;
    page.window.dataLayer = {
      push: () => {
        throw new Error('blocked');
      },
    };
    page.run();
    (page.window.jivo_onOpen as Callback)();
    expect(calls.length).toBe(1);
  });
});

describe('once a session', () => {
  const url = 'https://analytics-us.searchstax.com/api/v2/track/';
  /** A page on which the tag may hand events over: none leaves, as the endpoint cannot be reached. */
  const visit = (storage?: Storage, cookie?: string) => {
    const page = openPage(storage ? { storage } : {});
    page.window.fetch = () => Promise.reject(new Error('offline'));
    if (cookie) page.window.document.cookie = `${cookie}; path=/; secure`;
    const fire = called('Intercom')(page.window);
    page.run();
    return { page, fire };
  };
  const hand = (page: TestPage) =>
    (page.window.searchstaxSitecore as { deliver: (url: string, event: object) => boolean }).deliver(url, {
      event: '_search',
      properties: {},
    });

  test('nothing is stored before the tag hands something over', async () => {
    const { page, fire } = visit();
    fire('onShow');
    await page.pass(200_000);
    expect(page.pushed()).toEqual([opened('intercom')]);
    expect(Object.keys(page.window.localStorage)).toEqual([]);
    expect(Object.keys(page.window.sessionStorage)).toEqual([]);
    expect(page.window.document.cookie).toBe('');
  });

  test('what was seen before the tag handed something over is remembered from then on', async () => {
    const first = visit();
    first.fire('onShow');
    hand(first.page);
    await first.page.pass(300);
    const second = visit(first.page.window.localStorage);
    second.fire('onShow');
    expect(second.page.pushed()).toEqual([]);
  });

  test('what is seen on a later page is remembered too', async () => {
    const first = visit();
    hand(first.page);
    await first.page.pass(300);
    const second = visit(first.page.window.localStorage);
    second.fire('onShow');
    const third = visit(second.page.window.localStorage);
    third.fire('onShow');
    expect(second.page.pushed()).toEqual([opened('intercom')]);
    expect(third.page.pushed()).toEqual([]);
  });

  test('a new session of SearchStax counts anew', async () => {
    const first = visit(undefined, 'searchstax_session_id=aaaaaaaaaaaaaaaaaaaaaaaaa');
    hand(first.page);
    await first.page.pass(300);
    first.fire('onShow');
    const second = visit(first.page.window.localStorage, 'searchstax_session_id=bbbbbbbbbbbbbbbbbbbbbbbbb');
    second.fire('onShow');
    expect(second.page.pushed()).toEqual([opened('intercom')]);
  });

  test('another cookie whose name ends alike is no session of SearchStax', async () => {
    const first = visit(undefined, 'xsearchcookie=a');
    hand(first.page);
    await first.page.pass(300);
    first.fire('onShow');
    const second = visit(first.page.window.localStorage, 'xsearchcookie=b');
    second.fire('onShow');
    expect(second.page.pushed()).toEqual([]);
  });

  test('without that cookie, a session ends after an hour', async () => {
    const first = visit();
    hand(first.page);
    await first.page.pass(300);
    first.fire('onShow');
    const second = visit(first.page.window.localStorage);
    second.page.clock.now += 3_700_000;
    second.fire('onShow');
    expect(second.page.pushed()).toEqual([opened('intercom')]);
  });
});
