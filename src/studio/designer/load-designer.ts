import { getToken } from '../session/token.ts';
import { speakAlso } from '../text/language.ts';
import { loadDesignerTexts } from '../text/start-language.ts';
import { readAhead } from './document/read-ahead.ts';

const load = () => Promise.all([import('./Designer.tsx'), loadDesignerTexts()]);

export async function loadDesigner() {
  const [designer, texts] = await load();
  if (texts) speakAlso(texts);
  return designer;
}

/** At the address of a flow: begins to load the Designer and the flow, before anything has been rendered. */
export function loadDesignerAhead(path: string): void {
  const [, flowId] = /^\/studio\/flows\/([\w-]+)$/.exec(path) ?? [];
  if (flowId === undefined || getToken() === undefined) return;
  // Who renders the Designer loads it again, and meets the failure then.
  load().catch(() => undefined);
  readAhead(flowId);
}
