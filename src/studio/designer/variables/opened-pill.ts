export type OpenedPill = {
  id: string;
  /** Where the pill stands in the window. */
  rect: DOMRect;
};
