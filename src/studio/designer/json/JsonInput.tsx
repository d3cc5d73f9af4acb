import { Button, Group } from '@mantine/core';
import { AlignLeft } from 'lucide-react';
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { inBackground } from '../../background/in-background.ts';
import { isLongText } from '../../background/long-text.ts';
import { jsonText as text } from '../../text/english/json.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { toldWhenSlow } from '../../ui/told-when-slow.ts';
import { handOverText } from '../document/held-text.ts';
import { useWholeStep } from '../inspector/whole-step.ts';
import { laidOut } from './format-json.ts';
import classes from './JsonInput.module.css';
import { JsonRemark } from './JsonRemark.tsx';

/** CodeMirror comes when the first such field shows. */
const JsonEditor = lazyPart(() => import('./JsonEditor.tsx'));

/** A field for a JSON text, with a button that lays it out. */
export function JsonInput(props: {
  labelId: string;
  describedBy: string | undefined;
  value: string;
  invalid: boolean;
  required: boolean;
  /** Around it stands where even a generous reader stops. */
  isTold?: boolean;
  /** It has the focus of the dialog it is in. */
  autoFocus?: boolean;
  onChange: (text: string) => void;
}) {
  const {
    labelId,
    describedBy,
    value,
    invalid,
    required,
    isTold = false,
    autoFocus = false,
    onChange,
  } = props;
  const [refused, setRefused] = useState<number>();
  const newest = useNewest(value);
  const markWhole = useWholeStep();
  const change = (next: string) => {
    newest.current = next;
    setRefused(undefined);
    onChange(next);
  };
  /** As a step of its own. Where the editor goes on, or has gone, its text stays. */
  const replace = (old: string, next: string) => {
    handOverText();
    if (newest.current !== old) return;
    markWhole('');
    change(next);
  };
  const format = async () => {
    handOverText();
    const given = newest.current ?? value;
    if (!isLongText(given)) return replace(given, laidOut(given));
    // On the page where the background cannot.
    const work = inBackground('laidOut', given).catch(() => laidOut(given));
    replace(given, await toldWhenSlow(work, text('layingOut')));
  };
  const attributes = useMemo(
    () => ({
      'aria-labelledby': labelId,
      'aria-multiline': 'true',
      'aria-invalid': String(invalid),
      'aria-required': String(required),
      spellcheck: 'false',
      // For the dialog, which may be there later than the editor, and the other way round.
      ...(autoFocus ? { 'data-autofocus': 'true' } : {}),
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    }),
    [labelId, describedBy, invalid, required, autoFocus],
  );
  return (
    <div className={classes['box']} data-invalid={invalid || undefined}>
      <div className={classes['editor']}>
        <Suspense
          fallback={
            <pre className={classes['waiting']} data-waiting>
              {value.slice(0, 2000)}
            </pre>
          }
        >
          <JsonEditor
            value={value}
            attributes={attributes}
            autoFocus={autoFocus}
            onChange={change}
            onRefuse={setRefused}
          />
        </Suspense>
      </div>
      <JsonRemark value={value} refused={refused} isTold={isTold} onUse={(json) => replace(value, json)} />
      <Group className={classes['bar']} justify="flex-end">
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          data-whole
          leftSection={<AlignLeft size={12} aria-hidden />}
          disabled={invalid || value.trim() === ''}
          onClick={() => void format()}
        >
          {text('format')}
        </Button>
      </Group>
    </div>
  );
}

/** The text as it is after the last change, shown yet or not; undefined when the field has gone. */
function useNewest(value: string) {
  const newest = useRef<string>(undefined);
  useLayoutEffect(() => {
    newest.current = value;
  });
  useEffect(
    () => () => {
      newest.current = undefined;
    },
    [],
  );
  return newest;
}
