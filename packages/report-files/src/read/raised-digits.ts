const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Digits set above the line, in the characters that show it: “12” with the mark of a note behind it must not
 * become 121. Other characters stay as they are.
 */
export function raisedDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => RAISED[Number(digit)] ?? digit);
}
