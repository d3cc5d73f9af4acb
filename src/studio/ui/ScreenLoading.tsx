import { Loader } from '@mantine/core';
import { uiText as text } from '../text/english/ui.ts';
import classes from './ScreenLoading.module.css';

/** Stands in for a screen that is being loaded. */
export function ScreenLoading() {
  return (
    <div className={classes.loading} role="status" aria-label={text('loading')}>
      <Loader size="sm" />
    </div>
  );
}
