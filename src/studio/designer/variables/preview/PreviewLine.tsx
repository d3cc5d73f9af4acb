import { UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import type { Preview } from '../../../../flow/preview.ts';
import { findModifier } from '../../../modifiers.ts';
import { pillText } from '../../../text/english/pill.ts';
import { say } from '../../../text/say.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import { valueText } from '../pill/value-text.ts';
import { isLong, wholeText } from './long-value.ts';
import classes from './PreviewLine.module.css';

/** One calm line with what comes out; a long value can be opened. */
export function PreviewLine({ label, preview }: { label: string; preview: Preview }) {
  const [open, setOpen] = useState(false);
  const wholeId = useId();
  if (preview.state === 'value' && isLong(preview.value)) {
    return (
      <div className={classes['preview']} role="group" aria-label={label} data-preview>
        <div className={classes['line']}>
          <code className={classes['value']}>{valueText(preview.value)}</code>
          <UnstyledButton
            className={classes['more']}
            aria-expanded={open}
            aria-controls={open ? wholeId : undefined}
            onClick={() => setOpen((before) => !before)}
          >
            {text(open ? 'preview.less' : 'preview.more')}
          </UnstyledButton>
        </div>
        {open && (
          // A region that scrolls has to be reached by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre id={wholeId} className={classes['whole']} tabIndex={0} role="region" aria-label={label}>
            {wholeText(preview.value)}
          </pre>
        )}
      </div>
    );
  }
  return (
    <div className={classes['preview']} role="group" aria-label={label} data-preview>
      <Short preview={preview} />
    </div>
  );
}

function Short({ preview }: { preview: Preview }) {
  switch (preview.state) {
    case 'value':
      return (
        <div className={classes['line']}>
          <code className={classes['value']}>{valueText(preview.value)}</code>
        </div>
      );
    case 'failed':
      return <div className={classes['failed']}>{failureText(preview)}</div>;
    case 'waiting':
      return <div className={classes['quiet']}>{pillText('stage.waiting')}</div>;
    default:
      return <div className={classes['quiet']}>{text('preview.noSample')}</div>;
  }
}

function failureText({ modifier, reason }: Extract<Preview, { state: 'failed' }>): string {
  if (modifier === undefined) return say(reason);
  const name = findModifier(modifier)?.label ?? modifier;
  return text('preview.failed', { modifier: name, reason: say(reason) });
}
