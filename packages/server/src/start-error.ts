/** The system cannot start or go on as asked; the message says in Chinese what the operator has to mend. */
export class StartError extends Error {}
