/** The chat widgets that the companion hears, from its own table. */

import { type Widget, widgets } from '../../src/companion/widgets.ts';
import { code, table } from './markdown.ts';

/** How the vendors write their names. */
export const titles: { [provider: string]: string } = {
  intercom: 'Intercom',
  zendesk: 'Zendesk',
  livechat: 'LiveChat',
  tawk: 'tawk.to',
  hubspot: 'HubSpot',
  tidio: 'Tidio',
  crisp: 'Crisp',
  drift: 'Drift',
  olark: 'Olark',
  freshchat: 'Freshchat',
  genesys: 'Genesys Cloud',
  salesforce: 'Salesforce Messaging',
  jivochat: 'JivoChat',
  helpscout: 'Help Scout Beacon',
  chatwoot: 'Chatwoot',
  podium: 'Podium',
  smartsupp: 'Smartsupp',
  gorgias: 'Gorgias',
};

/** Announcements that no documentation of the vendor's could be found for. */
export const unverified = ['webWidget:on open', 'webWidget:on chat:start', 'subscribe Messenger.opened'];

/** Every widget, the name it gets in the data layer, and what it is listened to for. */
export function widgetTable(): string {
  return table(
    ['Widget', '`chat.provider`', '`chat_open` when', '`chat_start` when'],
    widgets.map((widget) => [title(widget), code(widget[0]), heard(widget, 3), heard(widget, 4)]),
  );
}

function title([provider, , , open]: Widget): string {
  const name = titles[provider];
  if (!name) throw new Error(`build/docs/widgets.ts has no title for the widget "${provider}".`);
  if (provider !== 'zendesk') return name;
  return `${name} ${open.startsWith('webWidget') ? 'Classic' : 'Messaging'}`;
}

function heard(widget: Widget, column: 3 | 4): string {
  const announcements = widget[column].split(',').filter(Boolean);
  return announcements.map((announcement) => inCode(widget, announcement)).join(', ') || 'it does not say';
}

/** The announcement as the vendor's documentation writes it. */
function inCode([provider, api, by, open, start]: Widget, announcement: string): string {
  const names = announcement.split(' ').map((name) => `'${name}'`);
  const note = unverified.includes(announcement) ? ' (unverified)' : '';
  switch (by) {
    case 'slot': {
      // One callback for everything: the value that it gets tells what happened.
      const isShared = open === start;
      return `${code(api === 'window' ? announcement : `${api}.${announcement}`)} is called${isShared ? ` with ${titles[provider]}'s word for it` : ''}`;
    }
    case 'addEventListener':
      return `${code(api)} gets the event ${code(announcement)}`;
    case 'push':
      return code(`${api}.push([${names.join(', ')}])`);
    case '':
      return code(`${api}(${names.join(', ')})`) + note;
    default:
      return code(`${api}.on(${names.join(', ')})`);
  }
}
