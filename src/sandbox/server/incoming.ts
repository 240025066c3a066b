/** A request as a scenario gives it. */
export interface RequestOptions {
  /** Absolute, without a prefix under which the container is served. @default https://gtm.example.com/ */
  url?: string;
  /** @default GET, with a body POST */
  method?: string;
  /** In any case; several values of one header as a list. */
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string;
  /** @default the first address that the headers Forwarded or X-Forwarded-For name */
  remoteAddress?: string;
}

/** The request that a server container is asked with. */
export interface IncomingRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly body: string | undefined;
  readonly remoteAddress: string | undefined;
  /** A header by its name in any case; repeats are joined. */
  header(name: string): string | undefined;
  /** Values of the query's parameters, decoded, in their order. */
  parameters(): Map<string, string[]>;
  /** Values of the request's cookies of that name, as they were sent. */
  cookies(name: string): string[];
}

/** @throws TypeError when `url` is not absolute */
export function readRequest(options: RequestOptions): IncomingRequest {
  const url = new URL(options.url ?? 'https://gtm.example.com/');
  const headers = new Map([['host', url.host]]);
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    const key = name.toLowerCase();
    headers.set(key, [value].flat().join(key === 'cookie' ? '; ' : ', '));
  }
  const header = (name: string) => headers.get(name.toLowerCase());
  const query = url.search.slice(1);
  return {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    path: url.pathname,
    query,
    body: options.body,
    remoteAddress: options.remoteAddress ?? forwardedFor(header('forwarded'), header('x-forwarded-for')),
    header,
    parameters: () => parametersOf(query),
    cookies: (wanted) =>
      (header('cookie') ?? '').split(';').flatMap((part) => {
        const [name = '', ...value] = part.split('=');
        return name.trim() === wanted ? [value.join('=').trim()] : [];
      }),
  };
}

/** The parameters of a query or of a form's body, decoded; what is no percent-encoding stays as it is. */
export function parametersOf(query: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    if (!pair) continue;
    const [name = '', ...value] = pair.split('=');
    const key = decoded(name);
    parameters.set(key, [...(parameters.get(key) ?? []), decoded(value.join('='))]);
  }
  return parameters;
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function forwardedFor(forwarded: string | undefined, list: string | undefined): string | undefined {
  const named = /for="?\[?([^\]";,]+)/i.exec(forwarded ?? '')?.[1];
  return named ?? list?.split(',')[0]?.trim();
}
