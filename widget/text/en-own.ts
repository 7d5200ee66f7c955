const errors: Record<string, string> = {
  'body required': 'Please enter your comment!',
  'body too-long': 'Your comment is too long.',
};

/** The words for editing and deleting, apart so that these modules bring no others along. */
export const enOwn = {
  errors,
  undo: 'Undo',
  save: 'Save',
  editing: 'Edit your comment',
  saved: 'Your comment is saved.',
  unsaved: 'This did not work. Please try again.',
  deleted: 'Your comment is deleted.',
  restored: 'Your comment is back.',
};
