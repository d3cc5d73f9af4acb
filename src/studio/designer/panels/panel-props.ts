export type PanelProps = {
  narrow: boolean;
  /** Without what is in it a panel only takes its room, so that nothing moves when that comes. */
  filled: boolean;
};
