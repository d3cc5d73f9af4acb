import { Button } from '@mantine/core';
import { WandSparkles } from 'lucide-react';
import { longestExample } from '../../../flow/tolerant-json/read-tolerant-json.ts';
import { jsonText as text } from '../../text/english/json.ts';
import { currentLanguage } from '../../text/language.ts';
import { say } from '../../text/say.ts';
import { verdictText } from './json-diagnostics.ts';
import classes from './JsonInput.module.css';
import { useSample } from './use-sample.ts';

/**
 * A line below a JSON text, where there is something to say: what it would be as JSON, which one may take; where even a
 * generous reader stops; or what is worth knowing of it.
 */
export function JsonRemark(props: {
  value: string;
  /** Characters of a paste that was too long. */
  refused: number | undefined;
  /** Where the generous reader stops is said elsewhere. */
  isTold: boolean;
  onUse: (json: string) => void;
}) {
  const { value, refused, isTold, onUse } = props;
  const { reading, pending } = useSample(value);
  const meant = reading?.meant;
  // What is read still is of an older text: taking it would lose what was typed since.
  const offer = !pending && meant?.ok ? meant.offer : undefined;
  const words = refused === undefined ? remarkOf() : refusal(refused);
  return (
    <div role="status" className={classes['remark']} data-empty={words === '' || undefined}>
      {words !== '' && <span data-bad={refused !== undefined || undefined}>{words}</span>}
      {offer !== undefined && refused === undefined && (
        <Button
          variant="light"
          size="compact-xs"
          data-whole
          leftSection={<WandSparkles size={12} aria-hidden />}
          onClick={() => onUse(offer)}
        >
          {text('use')}
        </Button>
      )}
    </div>
  );

  function remarkOf(): string {
    if (!reading || !meant || value.trim() === '') return '';
    if (!meant.ok) {
      const further = !isTold && !reading.ok && meant.offset > reading.offset;
      return further ? text('almost', { message: verdictText(meant) }) : '';
    }
    const changes = offer === undefined ? '' : text('meant', { changes: listed(meant.changes.map(say)) });
    return [changes, ...meant.hints.map((hint) => `${say(hint)}.`)].filter(Boolean).join(' ');
  }
}

function listed(parts: string[]): string {
  return new Intl.ListFormat(currentLanguage()).format(parts);
}

function refusal(characters: number): string {
  return text('refused', { length: inMillions(characters), most: inMillions(longestExample) });
}

function inMillions(count: number): string {
  return (count / 1e6).toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });
}
