import { element } from '../element.ts';
import { icon } from '../icon.ts';

/** A chat button whose widget announces itself as Chatwoot's does: by an event on the window, which the companion hears. */
export function chatButton(heard: (what: 'chat') => void): HTMLElement {
  const panel = element(
    'div',
    { class: 'chat-window', hidden: true, role: 'region', 'aria-label': 'Chat' },
    element('p', {}, 'Hello! How can we help?'),
  );
  const button = element(
    'button',
    {
      type: 'button',
      class: 'chat-button',
      'aria-expanded': 'false',
      onclick: () => {
        panel.hidden = !panel.hidden;
        button.setAttribute('aria-expanded', String(!panel.hidden));
        if (panel.hidden) return;
        window.dispatchEvent(new CustomEvent('chatwoot:opened'));
        heard('chat');
      },
    },
    icon('chat'),
    'Chat',
  );
  return element('div', { class: 'chat' }, panel, button);
}
