import { getToken } from '../session/token.ts';
import { speakAlso } from '../text/language.ts';
import { loadDesignerTexts } from '../text/start-language.ts';
import type Designer from './Designer.tsx';
import { readAhead } from './document/read-ahead.ts';

type Loaded = { default: typeof Designer };

let loaded: Loaded | undefined;

export async function loadDesigner(): Promise<Loaded> {
  const [designer, texts] = await Promise.all([import('./Designer.tsx'), loadDesignerTexts()]);
  if (texts) speakAlso(texts);
  loaded = designer;
  return designer;
}

/** The Designer, where its code has come. */
export function loadedDesigner(): Loaded | undefined {
  return loaded;
}

/** Milliseconds after which the page is drawn without the flow: who waits longer is to see what it waits for. */
const longestAhead = 5_000;

/**
 * At the address of a flow: loads the Designer and opens the flow, before anything has been rendered, so that the first
 * picture of the page is the flow. Never fails: who renders the Designer tries again, and meets the failure then.
 */
export async function loadDesignerAhead(path: string): Promise<void> {
  const [, flowId] = /^\/studio\/flows\/([\w-]+)$/.exec(path) ?? [];
  if (flowId === undefined || getToken() === undefined) return;
  readAhead(flowId);
  await Promise.race([openDesigner(flowId), new Promise((resolve) => setTimeout(resolve, longestAhead))]);
}

async function openDesigner(flowId: string): Promise<void> {
  try {
    const [{ openAhead }] = await Promise.all([import('./open-ahead.ts'), loadDesigner()]);
    await openAhead(flowId);
  } catch {
    // Told by the Designer.
  }
}
