import { Box, type BoxProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Panel.module.css';

/** A surface on the page. */
export function Panel({ children, ...box }: BoxProps & { children: ReactNode }) {
  return (
    <Box {...box} className={classes.panel}>
      {children}
    </Box>
  );
}
