interface Props<Value extends string> {
  label: string;
  choices: { [value in Value]: string };
  chosen: Value;
  choose(value: Value): void;
}

/** A choice between a few, side by side. */
export function Segments<Value extends string>({ label, choices, chosen, choose }: Props<Value>) {
  // The same on every load: what had the focus gets it back.
  const name = label.toLowerCase().replaceAll(' ', '-');
  return (
    <div class="switch" role="radiogroup" aria-label={label}>
      <span class="switch-name">{label}</span>
      <div class="segments">
        {(Object.keys(choices) as Value[]).map((value) => (
          <label key={value}>
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            <span>{choices[value]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
