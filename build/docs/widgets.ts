/** The chat widgets that the companion hears, from its own table. */

import { widgets } from '../../src/companion/widgets.ts';
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

interface Row {
  provider: string;
  api: string;
  by: string;
  open: string;
  start: string;
}

/** The table's rows, with names for the columns that are told. */
export const rows: Row[] = widgets.split(';').map((row) => {
  const [provider = '', api = '', by = '', open = '', start = ''] = row.split(',');
  return { provider, api, by, open, start };
});

/** Every widget, the name it gets in the data layer, and what it is listened to for. */
export function widgetTable(): string {
  return table(
    ['Widget', '`chat.provider`', '`chat_open` when', '`chat_start` when'],
    rows.map((row) => [title(row), code(row.provider), heard(row, row.open), heard(row, row.start)]),
  );
}

function title({ provider, open }: Row): string {
  const name = titles[provider];
  if (!name) throw new Error(`build/docs/widgets.ts has no title for the widget "${provider}".`);
  if (provider !== 'zendesk') return name;
  return `${name} ${open.startsWith('webWidget') ? 'Classic' : 'Messaging'}`;
}

/** The announcement as the vendor's documentation writes it. */
function heard({ provider, api, by, open, start }: Row, announcement: string): string {
  if (!announcement) return 'it does not say';
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
