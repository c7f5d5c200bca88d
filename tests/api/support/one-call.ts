/** The smallest process worth putting into use: somebody calls, and that is all. */
export const oneCall = (id: string, name = 'Call') => ({
  v: 1,
  id,
  name: { nl: 'Bellen', en: 'Calling' },
  roles: [{ id: 'coordinator', name: 'Coordinator', side: 'us' }],
  elements: [
    { id: 'start', type: 'startEvent' },
    {
      id: 'call',
      type: 'userTask',
      name,
      roles: ['coordinator'],
      term: { amount: 2, unit: 'workingDays' },
    },
    { id: 'end', type: 'endEvent' },
  ],
  flows: [
    { id: 'a', from: 'start', to: 'call' },
    { id: 'b', from: 'call', to: 'end' },
  ],
});
