/** Saves that go on after their Designer was left. */
const pending = new Map<string, Promise<void>>();

/** Remembers the last save of a flow that is being closed. */
export function rememberSave(flowId: string, save: Promise<void>): void {
  const settled = save.finally(() => {
    if (pending.get(flowId) === settled) pending.delete(flowId);
  });
  pending.set(flowId, settled);
}

/** Waits for it, so that who opens the flow again at once does not read what is just being replaced. */
export async function pendingSave(flowId: string): Promise<void> {
  await pending.get(flowId);
}
