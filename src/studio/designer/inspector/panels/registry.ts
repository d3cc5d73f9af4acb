import type { ComponentType } from 'react';
import type { FlowNode } from '../../../../flow/descriptor.ts';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import { appEventData, callData, type TestData } from '../../test-run/test-data.ts';
import { AppEventPanel } from './AppEventPanel.tsx';
import { WebhookPanel } from './WebhookPanel.tsx';

export type ComponentPanel = {
  /** Stands below the component's properties. */
  Panel: ComponentType<{ componentId: string }>;
  /** A line below a property, by its name. */
  hints?: () => Record<string, string>;
  /** For a trigger that is started with data. */
  testData?: (node: FlowNode) => TestData;
};

const panels: Record<string, ComponentPanel> = {
  'appmixer.utils.appevents.OnAppEvent': {
    Panel: AppEventPanel,
    hints: () => ({ event: text('event.nameHint') }),
    testData: appEventData,
  },
  'appmixer.utils.http.WebhookTrigger': { Panel: WebhookPanel, testData: callData },
};

/** What a component's inspector shows besides its fields, and what it is tested with. The only place of the Studio that names types. */
export function panelOf(type: string): ComponentPanel | undefined {
  return Object.hasOwn(panels, type) ? panels[type] : undefined;
}
