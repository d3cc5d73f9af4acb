/** What a pill shows of its reference. */
export type PillView = {
  /** e.g. `issue.title` */
  label: string;
  /** Where it comes from, and an example, for the pointer's hover and for screen readers. */
  hint: string;
  /** Why it gives nothing any more. */
  broken?: string;
  /** Why what it gives cannot serve the input. */
  misfit?: string;
  modifiers: number;
};
