import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ListTable.module.css';

/**
 * A list of things that open: a table, on narrow screens one block a row. `columns` are the headings;
 * the rows use the classes of `ListTable.module.css`.
 */
export function ListTable(props: { columns: ReactNode; children: ReactNode }) {
  return (
    <Table verticalSpacing={10} horizontalSpacing="md">
      <Table.Thead className={classes.head}>
        <Table.Tr>{props.columns}</Table.Tr>
      </Table.Thead>
      <Table.Tbody>{props.children}</Table.Tbody>
    </Table>
  );
}
