import { getToken } from '../session/token.ts';
import { readAhead } from './document/read-ahead.ts';

export const loadDesigner = () => import('./Designer.tsx');

/** At the address of a flow: begins to load the Designer and the flow, before anything has been rendered. */
export function loadDesignerAhead(path: string): void {
  const [, flowId] = /^\/studio\/flows\/([\w-]+)$/.exec(path) ?? [];
  if (flowId === undefined || getToken() === undefined) return;
  // Who renders the Designer loads it again, and meets the failure then.
  loadDesigner().catch(() => undefined);
  readAhead(flowId);
}
