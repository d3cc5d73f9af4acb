/** The facts and effects that modifiers may use, given by whoever resolves a mapping. */
export type ModifierEnvironment = {
  now(): Date;
  uuid(): string;
  /** In [0, 1). */
  random(): number;
  flowId: string;
  flowName: string;
  userId: string;
  /** The URL of the component whose inputs are resolved. */
  webhookUrl: string;
  customFields: Record<string, unknown>;
};
