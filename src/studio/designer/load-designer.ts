import { getToken } from '../session/token.ts';
import { speakAlso } from '../text/language.ts';
import { loadDesignerTexts } from '../text/start-language.ts';
import { readAhead } from './document/read-ahead.ts';

const load = () => Promise.all([import('./Designer.tsx'), import('./open-ahead.ts'), loadDesignerTexts()]);

export async function loadDesigner() {
  const [designer, , texts] = await load();
  if (texts) speakAlso(texts);
  return designer;
}

/**
 * At the address of a flow: loads the Designer and opens the flow, before anything has been rendered, so that the first
 * picture of the page is the flow. Never fails: who renders the Designer tries again, and meets the failure then.
 */
export async function loadDesignerAhead(path: string): Promise<void> {
  const [, flowId] = /^\/studio\/flows\/([\w-]+)$/.exec(path) ?? [];
  if (flowId === undefined || getToken() === undefined) return;
  readAhead(flowId);
  try {
    const [, { openAhead }] = await load();
    await openAhead(flowId);
  } catch {
    // Told by the Designer.
  }
}
