/** What stands on every page of the shop: a phone number, a chat, the banner that asks for consent. */

import { useState } from 'preact/hooks';
import { Button, Icon } from '../button.tsx';

interface Props {
  /** Something that the companion would have heard. */
  heard(what: 'chat' | 'phone'): void;
}

/** A phone link as every site has it. Here it dials nothing; the companion, which hears it, cannot tell. */
export function PhoneLink({ heard }: Props) {
  const call = (event: Event) => {
    event.preventDefault();
    heard('phone');
  };
  return (
    <a href="tel:+49-30-1234567" class="phone" onClick={call}>
      <Icon of="phone" />
      +49 30 1234567
    </a>
  );
}

/** A chat button whose widget announces itself as Chatwoot's does: by an event on the window, which the companion hears. */
export function Chat({ heard }: Props) {
  const [isOpen, open] = useState(false);
  const turn = () => {
    open(!isOpen);
    if (isOpen) return;
    window.dispatchEvent(new CustomEvent('chatwoot:opened'));
    heard('chat');
  };
  return (
    <div class="chat">
      <section class="chat-window" aria-label="Chat" hidden={!isOpen}>
        <p>Hello! How can we help?</p>
      </section>
      <Button icon="chat" class="chat-button" aria-expanded={isOpen} onClick={turn}>
        Chat
      </Button>
    </div>
  );
}

export function ConsentBanner({ choose }: { choose(consent: 'granted' | 'denied'): void }) {
  return (
    <section class="consent-banner" aria-label="Cookies">
      <p>May we use cookies for analytics?</p>
      <Button class="quiet" onClick={() => choose('denied')}>
        Decline
      </Button>
      <Button onClick={() => choose('granted')}>Accept</Button>
    </section>
  );
}
