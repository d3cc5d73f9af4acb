import { Button, CloseButton, Select } from '@mantine/core';
import { Play, Square } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { parseJsonText } from '../../../flow/json-text.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { testRunText as text } from '../../text/english/test-run.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { panelOf } from '../inspector/panels/registry.ts';
import { EventData } from './EventData.tsx';
import { focusFlow } from '../panels/focus-flow.ts';
import { useTest, useTestStore } from './test-context.ts';
import classes from './TestPanel.module.css';
import { TestResult } from './TestResult.tsx';
import { TestStatus } from './TestStatus.tsx';
import { triggersOf } from './triggers.ts';
import { useShowWay } from './use-show-way.ts';
import { useTestRun } from './use-test-run.ts';

/** Below the canvas: what the test begins with, and what comes of it. */
export default function TestPanel() {
  const close = useClosing();
  const descriptor = useDocument((state) => state.descriptor);
  const triggers = triggersOf(descriptor, catalogue);
  const [chosen, setChosen] = useSelectedTrigger(triggers);
  const trigger = chosen !== undefined && triggers.includes(chosen) ? chosen : triggers[0];
  const focus = useRef<HTMLDivElement>(null);
  // Who opens the panel by a key goes on in it.
  useEffect(() => focus.current?.focus(), []);

  return (
    <div
      ref={focus}
      role="region"
      aria-label={text('title')}
      tabIndex={-1}
      data-panel
      className={classes['panel']}
    >
      {trigger === undefined ? (
        <div className={classes['head']}>
          <span className={classes['empty']}>{text('noTrigger')}</span>
          <CloseButton className={classes['close']} aria-label={text('close')} onClick={close} />
        </div>
      ) : (
        <TestOf
          key={trigger}
          trigger={trigger}
          choice={
            triggers.length > 1 && (
              <Select
                size="xs"
                w={220}
                aria-label={text('beginAt')}
                allowDeselect={false}
                value={trigger}
                data={triggers.map((id) => ({ value: id, label: componentLabel(descriptor, catalogue, id) }))}
                onChange={(id) => id !== null && setChosen(id)}
              />
            )
          }
        />
      )}
    </div>
  );
}

/** Closes the panel; who does so from inside it goes on in the flow. */
function useClosing(): () => void {
  const { close } = useTestStore().getState();
  return () => {
    close();
    focusFlow();
  };
}

/** The trigger in hand when the panel opens, if it is one. */
function useSelectedTrigger(triggers: string[]) {
  const store = useDocumentStore();
  return useState(() => store.getState().selection.find((id) => triggers.includes(id)));
}

function TestOf({ trigger, choice }: { trigger: string; choice: ReactNode }) {
  const node = useDocument((state) => state.descriptor[trigger]);
  const running = useTest((state) => state.running);
  const close = useClosing();
  const { run, cancel } = useTestRun();
  const showWay = useShowWay();
  const source = node && panelOf(node.type)?.testData?.(node);
  // Until it is edited here it follows the example in the inspector.
  const [edited, setEdited] = useState<string>();
  const data = edited ?? source?.example ?? '';
  const parsed = parseJsonText(data);
  const valid = source === undefined || parsed.ok;
  const payload = parsed.ok ? { payload: parsed.value } : undefined;

  return (
    <>
      <div className={classes['head']}>
        <span className={classes['title']}>{text('title')}</span>
        {choice}
        {running ? (
          <Button
            size="compact-sm"
            h={30}
            variant="default"
            leftSection={<Square size={14} aria-hidden />}
            onClick={cancel}
          >
            {text('cancel')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            h={30}
            leftSection={<Play size={14} aria-hidden />}
            disabled={!valid}
            onClick={() => {
              showWay(trigger);
              void run(trigger, source && payload);
            }}
          >
            {text('run')}
          </Button>
        )}
        <TestStatus />
        <CloseButton className={classes['close']} aria-label={text('close')} onClick={close} />
      </div>
      <div className={classes['body']}>
        {source && (
          <EventData
            source={source}
            value={data}
            valid={valid}
            onChange={(next) => setEdited(next === source.example ? undefined : next)}
          />
        )}
        <TestResult />
      </div>
    </>
  );
}
