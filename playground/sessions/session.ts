/** What a visitor's page pushed to its data layer, in order, to be played again. */
export interface Session {
  title: string;
  /** The page on which it happens. */
  url: string;
  pushes: Push[];
}

export interface Push {
  event: string;
  [key: string]: unknown;
}
