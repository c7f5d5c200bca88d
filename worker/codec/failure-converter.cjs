// Puts the texts of failures into payloads, so that the codec encrypts them too. CommonJS, because the SDK loads it by path.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
