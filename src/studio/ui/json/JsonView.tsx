import { UnstyledButton } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { uiText as text } from '../../text/english/ui.ts';
import { currentLanguage } from '../../text/language.ts';
import { JsonText } from './JsonText.tsx';
import classes from './JsonView.module.css';
import { entriesOf, isContainer, limits, opensAtFirst, summaryOf } from './limits.ts';

/** A JSON value as readable text that folds. Big ones show a part and open further on demand. */
export function JsonView({ value }: { value: unknown }) {
  return (
    <div className={classes.view}>
      <Line value={value} depth={0} root={value} isLast />
    </div>
  );
}

type LineProps = { name?: string | number; value: unknown; depth: number; root: unknown; isLast: boolean };

/** One value with its key; a container has its children in lines below. */
function Line(props: LineProps) {
  const { name, value } = props;
  if (isContainer(value)) return <Container {...props} value={value} />;
  return (
    <div className={classes.line}>
      <Key name={name} />
      <JsonText value={value} />
      {!props.isLast && ','}
    </div>
  );
}

function Container({ name, value, depth, root, isLast }: LineProps & { value: object }) {
  const [open, setOpen] = useState(() => opensAtFirst(value, depth, root));
  const [shownCount, setShownCount] = useState(limits.entries);
  const [before, after] = Array.isArray(value) ? '[]' : '{}';
  const entries = entriesOf(value);
  const comma = isLast ? '' : ',';
  if (entries.length === 0) {
    return (
      <div className={classes.line}>
        <Key name={name} />
        {`${before}${after}${comma}`}
      </div>
    );
  }
  const more = entries.length - shownCount;
  return (
    <div className={classes.line}>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={open}
        aria-label={name === undefined ? text('json.whole') : String(name)}
        translate={name === undefined ? 'yes' : 'no'}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={12} aria-hidden />
      </UnstyledButton>
      <Key name={name} />
      {open ? before : <span className={classes.quiet}>{summaryOf(value)}</span>}
      {open && (
        <>
          <div>
            {entries.slice(0, shownCount).map(([key, item], index) => (
              <Line
                key={key}
                {...(Array.isArray(value) ? {} : { name: key })}
                value={item}
                depth={depth + 1}
                root={root}
                isLast={index === entries.length - 1}
              />
            ))}
            {more > 0 && (
              <div className={classes.line}>
                <UnstyledButton
                  className={classes.more}
                  onClick={() => setShownCount(shownCount + limits.moreEntries)}
                >
                  {text('json.showMore', {
                    some: Math.min(more, limits.moreEntries),
                    all: more.toLocaleString(currentLanguage()),
                  })}
                </UnstyledButton>
              </div>
            )}
          </div>
          {after}
        </>
      )}
      {comma}
    </div>
  );
}

function Key({ name }: { name?: string | number | undefined }) {
  if (name === undefined) return null;
  return (
    <>
      <span className={classes.key} translate="no">
        {JSON.stringify(name)}
      </span>
      {': '}
    </>
  );
}
