/** What the words of an event are sealed for. */
export const purposeOfEvent = (applicationId: string, sequence: number): string =>
  `application-event/${applicationId}/${sequence}`;
