import { words } from "../words.js";

/** How many columns the table has. */
export const COLUMNS = 10;

export function ConnectionHead() {
  const { column } = words;
  return (
    <thead>
      <tr>
        <th scope="col">{column.state}</th>
        <th scope="col">{column.endpoint}</th>
        <th scope="col">{column.protocol}</th>
        <th scope="col">{column.transport}</th>
        <th scope="col" class="number">
          {column.sent}
        </th>
        <th scope="col" class="number">
          {column.received}
        </th>
        <th scope="col" class="number" title={words.roundTripHint}>
          {column.roundTrip}
        </th>
        <th scope="col" class="number" title={words.attemptsHint}>
          {words.connection.attempts}
        </th>
        <th scope="col" class="number">
          {column.time}
        </th>
        <th scope="col" class="number lasted">
          {column.lasted}
        </th>
      </tr>
    </thead>
  );
}
