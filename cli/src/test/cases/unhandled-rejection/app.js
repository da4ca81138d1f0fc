Promise.reject(new Error('broken promise'));
