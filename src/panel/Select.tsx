interface SelectProps<Value extends string> {
  label: string;
  /** The label stands before the choice, where nothing else says what is chosen. */
  isLabelled?: boolean;
  value: Value;
  options: readonly (readonly [value: Value, said: string])[];
  onChoose: (value: Value) => void;
  testId: string;
}

/** One of several, in the space of one; its label is read out, and shown beside it or as its hint. */
export function Select<Value extends string>({
  label,
  isLabelled,
  value,
  options,
  onChoose,
  testId,
}: SelectProps<Value>) {
  const choice = (
    <select
      id={isLabelled ? testId : undefined}
      class="select"
      aria-label={isLabelled ? undefined : label}
      title={isLabelled ? undefined : label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as Value)}
      data-testid={testId}
    >
      {options.map(([each, said]) => (
        <option key={each} value={each}>
          {said}
        </option>
      ))}
    </select>
  );
  if (!isLabelled) return choice;
  return (
    <label class="labelled-select" for={testId}>
      {label} {choice}
    </label>
  );
}
