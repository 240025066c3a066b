import { useState } from 'preact/hooks';
import { Button } from './button.tsx';

/** Copies a text, and says whether that worked. */
export function CopyButton({ label, content }: { label: string; content(): string }) {
  const [outcome, tell] = useState('');
  const copy = async () => {
    const copied = navigator.clipboard.writeText(content()).then(() => 'Copied');
    tell(await copied.catch(() => 'The browser does not allow it'));
    setTimeout(() => tell(''), 2000);
  };
  return (
    <span>
      <Button icon="copy" class="quiet" onClick={copy}>
        {outcome || label}
      </Button>
      <span class="unseen" role="status">
        {outcome}
      </span>
    </span>
  );
}
