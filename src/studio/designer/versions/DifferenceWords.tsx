import { VisuallyHidden } from '@mantine/core';
import type { Difference } from '../../../flow/diff/node-differences.ts';
import { differenceName, differenceValues } from '../../../flow/diff/words.ts';
import { catalogue } from '../../catalogue.ts';
import { versionsText as text } from '../../text/english/versions.ts';
import { say } from '../../text/say.ts';
import classes from './Versions.module.css';

/** In what a component differs, one line each: the name of the field, and its two values where they are short. */
export function DifferenceWords({
  differences,
  type,
}: {
  differences: Difference[];
  type: string | undefined;
}) {
  const manifest = type === undefined ? undefined : catalogue.component(type)?.manifest;
  return differences.map((difference, index) => {
    const differing = differenceValues(difference);
    const values = differing && { before: say(differing.before), after: say(differing.after) };
    return (
      // The list is made anew with each comparison; two links may fill a field of the same name.
      <span key={index} className={classes.difference}>
        {say(differenceName(difference, manifest))}
        {values && (
          <span className={classes.values}>
            {text
              .nodes('differences.values', {
                before: (
                  <del key="before" title={values.before}>
                    {values.before}
                  </del>
                ),
                after: (
                  <ins key="after" title={values.after}>
                    {values.after}
                  </ins>
                ),
              })
              .map((part, index) =>
                typeof part === 'string' ? <VisuallyHidden key={index}>{part}</VisuallyHidden> : part,
              )}
          </span>
        )}
      </span>
    );
  });
}
