import { Loader } from '@mantine/core';
import classes from './ScreenLoading.module.css';

/** Stands in for a screen that is being loaded. */
export function ScreenLoading() {
  return (
    <div className={classes.loading} role="status" aria-label="Loading">
      <Loader size="sm" />
    </div>
  );
}
