-- wrk's request: JSON of about 16 KiB
local items = {}
for i = 1, 200 do
  items[i] = string.format('{"id":%d,"name":"item number %d","price":%d.5,"stock":true,"note":"a few more words"}', i, i, i)
end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"items":[' .. table.concat(items, ",") .. ']}'
