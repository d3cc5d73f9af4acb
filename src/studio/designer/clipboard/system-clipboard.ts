import { clipboardText } from '../../text/english/clipboard.ts';

/** The clipboard of the system, as a menu reaches it; key presses come as events (`use-clipboard-events.ts`). */
export type SystemClipboard = { write(text: string): Promise<void>; read(): Promise<string> };

/** Over plain HTTP the browser gives pages no clipboard, which is then said as an error. */
export const systemClipboard: SystemClipboard = {
  write: async (text) => clipboardOfPage().writeText(text),
  read: async () => clipboardOfPage().readText(),
};

function clipboardOfPage(): Clipboard {
  // Undefined in an insecure context, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) throw new Error(clipboardText('onlyHttps'));
  return clipboard;
}
