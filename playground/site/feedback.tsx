import { useState } from 'preact/hooks';
import { satisfaction } from './search.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);

/** How satisfied somebody is, from 0 to 10, and why; pushes it once it is sent. */
export function Feedback({ push }: { push(message: object): void }) {
  const [isGiven, give] = useState(false);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    push(satisfaction(given.get('score'), given.get('comments')));
    give(true);
  };
  if (isGiven) {
    return (
      <p class="feedback" role="status">
        Thank you!
      </p>
    );
  }
  return (
    <form class="feedback" onSubmit={send}>
      <fieldset>
        <legend>Did you find what you were looking for?</legend>
        <div class="scores">
          {scores.map((score) => (
            <label key={score}>
              <input type="radio" name="score" value={score} required />
              <span>{score}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="feedback-line">
        <input name="comments" type="text" aria-label="Comment" placeholder="Comment" />
        <button type="submit">Send</button>
      </div>
    </form>
  );
}
