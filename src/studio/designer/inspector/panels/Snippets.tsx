import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import classes from './Panel.module.css';
import { curlSnippet, type EventCall, sdkSnippet } from './snippets.ts';

const languages = [
  { value: 'sdk', label: 'JavaScript', copy: 'event.copySdk', make: sdkSnippet },
  { value: 'curl', label: 'curl', copy: 'event.copyCurl', make: curlSnippet },
] as const;

/** Characters that are shown; copying gives all of them. */
const shown = 4_000;

/** Ready-made lines that send this event. */
export function Snippets({ event, data, origin }: EventCall) {
  const [value, setValue] = useState('sdk');
  const language = languages.find((one) => one.value === value)!;
  const snippet = useMemo(() => language.make({ event, data, origin }), [language, event, data, origin]);
  return (
    <section className={classes['section']} aria-label={text('event.send')}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>{text('event.send')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={text('event.language')}
          data={languages.map(({ value: key, label }) => ({ value: key, label }))}
          value={value}
          onChange={setValue}
        />
        <CopyButton value={snippet} label={text(language.copy)} />
      </div>
      {/* A scrolling region has to be reachable by keyboard. */}
      <pre className={classes['code']} tabIndex={0} aria-label={language.label}>
        {snippet.length > shown ? `${snippet.slice(0, shown)}\n…` : snippet}
      </pre>
      <p className={classes['note']}>{text('event.token')}</p>
    </section>
  );
}
