/** The header in which the Worker, and nobody else, tells the desk's channel who is coming. */
export const LISTENER = 'desk-listener';
