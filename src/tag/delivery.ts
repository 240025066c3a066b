/** Calls back once, with whether it arrived as far as that can be known; `mayStore`: cookies may be used. */
export type Send = (mayStore: boolean, done: (arrived: boolean) => void) => void;

/** Something that this firing owes: checked and ready to be sent, or, in words, why it cannot be. */
export type Delivery =
  | { name: string; send: Send; problems?: undefined }
  | { name: string; problems: string[] };

/** One that is ready. */
export type Ready = { name: string; send: Send };
