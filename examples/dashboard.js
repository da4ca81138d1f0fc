'use strict';

// A dashboard of three queries that run at once: each request waits for the slowest of them, and none holds up another.

const express = require('express');

const USERS = { 7: 'Ada', 8: 'Grace' };

function after(milliseconds, value) {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds, value); });
}

// In the place of a database: it answers after as long as one would
const database = {
  findUser: (id) => after(20, USERS[id] && { id, name: USERS[id] }),
  findRecentPosts: (id) => after(30, [{ title: `A post by ${USERS[id]}` }, { title: 'Another' }]),
  findNotifications: (id) => after(15, Array.from({ length: Number(id) }, (_, n) => ({ n, read: n > 1 }))),
};

const app = express();

app.get('/api/dashboard/:userId', async (req, res) => {
  const { userId } = req.params;
  const [user, posts, notifications] = await Promise.all([
    database.findUser(userId),
    database.findRecentPosts(userId),
    database.findNotifications(userId),
  ]);
  if (!user) return res.status(404).json({ error: `there is no user ${userId}` });
  res.json({ user: user.name, posts: posts.map((post) => post.title), unread: notifications.filter((one) => !one.read).length });
});

const server = app.listen(process.env.PORT ?? 3000, () => {
  console.log(`Server is listening on http://localhost:${server.address().port}`);
});
