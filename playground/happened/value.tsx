/** How many items of a list show before the rest folds. */
const shownItems = 3;

/** How many characters of a long text show. */
const shownCharacters = 240;

/** A JSON value as text, lists with one item a line. */
export function Value({ of: value }: { of: unknown }) {
  if (value === undefined) return <span class="dim">–</span>;
  if (!Array.isArray(value)) return <Text of={json(value)} />;
  const items = value.map((item, index) => <Item key={index} of={item} />);
  const first = items.length > shownItems + 1 ? shownItems : items.length;
  return (
    <>
      <ol class="items">{items.slice(0, first)}</ol>
      {first < items.length && (
        <details class="more">
          <summary>{`${items.length - first} more`}</summary>
          <ol class="items" start={first + 1}>
            {items.slice(first)}
          </ol>
        </details>
      )}
    </>
  );
}

function Text({ of: text }: { of: string }) {
  if (text.length <= shownCharacters * 1.5) return <code>{text}</code>;
  return (
    <>
      <code>{text.slice(0, shownCharacters)}…</code>
      <details class="more">
        <summary>{`All ${text.length.toLocaleString('en')} characters`}</summary>
        <code>{text}</code>
      </details>
    </>
  );
}

/** An item of a list: its place first, for the lists that SearchStax takes. */
function Item({ of: item }: { of: unknown }) {
  const isNamed = typeof item === 'object' && item !== null;
  const { position, ...rest } = (isNamed ? item : {}) as { position?: unknown };
  const named = Object.entries({ ...(position !== undefined && { position }), ...rest });
  return (
    <li>
      <code>
        {isNamed
          ? named.map(([name, value]) => [<span class="dim">{name}</span>, ` ${json(value)} `])
          : json(item)}
      </code>
    </li>
  );
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
