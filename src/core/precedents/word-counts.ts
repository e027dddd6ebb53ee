/** Written by `npm run precedents -- --words`: how many public threads these are, and the causes that they came to. */
export const THREADS = 945;
export const CAUSES =
  "abuse-protection-missing-function-key abuse-protection-multiple-origins abuse-protection-unreachable android-cleartext-blocked antiforgery-rejects-negotiate antivirus-security-software auth-credentials-not-sent auth-missing-on-websocket auth-redirect-to-login auth-rejected azure-connection-limit azure-connection-string-wrong azure-direct-connect-without-token azure-duplicate-access-token azure-easyauth-redirect azure-message-quota azure-message-rate-limit azure-network-acl azure-portal-cors-override azure-rbac-missing-role azure-send-before-server-connected azure-service-incident azure-service-mode-mismatch azure-shared-instance azure-skip-negotiation azure-upstream-url-wrong bad-gateway base-path-missing blazor-circuit-expired blazor-stale-cached-page browser-connection-limit certificate client-code-stripped client-main-thread-blocked client-method-missing client-no-websocket-support client-offline client-runtime-missing-api client-server-version-mismatch closed-by-application connected-handler-failed core-client-vs-aspnet-server corporate-firewall corporate-proxy-blocks-streaming cors-credentials-missing cors-header-duplicated cors-header-not-allowed cors-masks-server-error cors-not-enabled cors-origin-not-allowed cors-preflight-redirected cors-wildcard-with-credentials csp-connect-src data-protection-keys-lost dev-proxy-misconfigured dns-failure eio3-not-allowed event-handler-not-configured event-handler-wrong-events firewall-port-closed handshake-timeout https-redirection hub-argument-mismatch hub-exception hub-method-blocks hub-method-not-found hub-payload-not-serializable hub-protocol-mismatch iis-arr-config iis-express-host-binding iis-outofprocess-websocket-compression iis-websocket-module invoke-before-connected localhost-in-client-url localhost-resolution message-before-handshake message-too-large middleware-order mixed-content namespace-middleware-refused namespace-not-created negotiate-answer-lost nginx-conflicting-server-block no-sticky-sessions not-a-socketio-server page-navigated-away path-mismatch ping-timeout-background-tab plain-to-tls-port plain-websocket-client preflight-blocked-by-auth proxy-body-size-limit proxy-breaks proxy-buffers-sse proxy-drops-upgrade proxy-forces-upgrade proxy-idle-timeout proxy-path-prefix-lost proxy-software-bug server-binds-localhost-only server-error server-not-attached server-not-running server-restarted server-shutting-down server-timeout serverless-platform-no-websocket shared-hosting-no-node spa-fallback-html sticky-cookie-not-sent tls-to-plain-port tls-version-unsupported token-invalid token-reused-after-redirect token-too-large too-many-packets-in-payload transport-not-enabled unsupported-server-worker upgrade-handler-conflict url-includes-negotiate user-identity-changed waf-rejects websocket-server-lib-missing websockets-disabled-on-server wrong-endpoint wrong-port wrong-scheme x-forced-upgrade";

/** Their words, a line each: in how many threads it stood, and in how many of the cause with that number in the list above. */
export const WORDS = `able 10 38:2
about 12 76:3 94:2
accepted 14 49:14
access 60 7:3 18:3 26:2 38:2 44:2 45:2 46:2 48:6 49:6 51:8 63:2 94:3 101:2 114:2
accesstoken 5 114:2
active 11 96:2 120:3
added 8 49:2
adding 8 102:2
address 12 73:3
after 75 22:3 28:3 30:2 38:3 49:3 51:3 57:2 73:3 76:5 83:2 86:2 87:3 94:3 96:2 102:2 105:2 125:2
again 7 83:2
all 25 83:3 94:4
allow 39 18:3 26:2 44:2 45:2 46:2 48:6 49:7 51:8 101:2
allowed 27 26:2 38:3 41:4 45:2 46:2 49:3 51:2 86:3
alpha 5 38:2
already 5 57:2
also 10 38:4
always 14 27:2 38:3
android 38 3:5 31:6 38:3 41:3 55:2 73:8 87:2
angular 9 54:3
anonymous 6 94:2
another 13 73:3 120:2
any 33 22:2 48:2 83:2 86:2 90:2 94:2 101:4
anything 8 73:2
apache 16 86:2 94:11
api 34 17:2 38:2 49:2 51:2 83:2 86:3 94:3 101:2 112:2 125:2
app 133 3:3 22:5 27:4 31:2 38:11 44:2 48:2 49:9 53:2 54:2 73:5 76:2 78:3 83:15 86:8 87:2 89:2 94:2 96:2 99:2 101:7 117:5 123:3 124:3 125:4
appear 8 52:2
appears 6 76:2
application 40 27:2 31:2 35:2 53:2 83:5 86:2 96:2 120:2 123:3
are 51 35:2 38:9 73:2 83:4 94:3 96:3 123:5 125:2
argument 8 62:4 65:2
asp 14 35:2 41:4
aspnet 15 41:7 51:2
aspnetcore 36 6:2 22:2 38:2 41:4 62:2 63:3 94:4
async 6 86:2
attempting 16 38:2 63:3 76:2 86:2 94:2
auth 7 94:2
authentication 13 8:2 31:5 90:2
authenticationexception 6 31:6
authority 5 31:5
available 14 35:2 78:2 83:2
aws 8 83:3
azure 38 11:4 19:2 22:5 83:5 123:6
azurewebsites 9 123:2
back 15 28:2 38:3
backend 13 38:5 109:2
background 5 87:4
bad 37 38:12 49:6 83:9
balancer 7 83:5 109:2
base 6 76:2
because 24 38:3 52:5 94:3
been 27 38:3 44:2 48:2 49:3 51:3 78:6
before 19 54:2 72:3 83:3 94:3
begin 5 38:3 89:2
behind 22 49:2 83:3 86:2 94:7 97:2 125:2
being 11 29:2
blazor 49 27:3 28:3 29:3 42:2 76:9 83:5 87:2 94:7 123:3
blocked 24 44:2 48:3 49:4 51:4 78:7
blocking 10 83:2 94:3
both 13 38:3 73:2 102:2
browser 39 38:8 59:3 73:3 83:2 87:5 94:2 120:2
build 11 41:2
but 187 3:3 5:2 27:6 30:2 31:7 35:2 38:34 41:2 49:8 51:2 54:2 59:2 62:5 65:3 71:2 73:7 76:3 78:7 82:2 83:12 86:6 89:3 94:16 97:3 99:3 101:3 106:2 110:3 123:3 124:2 125:4
call 17 72:2
called 7 76:2
can 70 35:2 38:11 72:2 73:3 76:3 83:6 84:4 86:2 94:8 97:2 99:2 121:2 125:3
canceled 7 29:2
cannot 61 27:2 31:2 38:8 41:4 49:2 63:5 72:3 83:3 86:3 94:5 101:5 120:3
caused 6 38:2
cert 12 31:10
certificate 25 31:21
change 11 120:3
chat 24 73:2 83:3 86:2 112:2
check 13 18:2 51:3
chrome 22 5:2 38:2 87:3 94:2
circuit 5 28:2
clientprotocol 16 41:6
clients 17 76:2 83:2
close 21 21:2 22:2 76:12 96:2
closed 48 29:2 34:2 54:2 57:2 76:12 83:3 87:2 94:2
closing 5 57:2
cloudflare 12 94:5 121:2
cluster 5 83:5
code 129 6:3 10:2 22:2 25:2 26:3 31:2 38:14 41:3 42:2 48:4 49:6 71:3 76:3 83:16 84:2 86:6 94:16 101:4 116:4 118:2 123:4 125:2
com 40 26:2 31:4 49:5 59:2 78:2 80:2 86:2 88:2 94:3 121:2 123:2 125:2
compatible 9 38:7
complete 14 27:4 124:2
component 6 29:3 76:2
computer 5 73:2
config 13 38:2 54:3 94:3 123:2
configuration 7 59:2 94:2 123:2
connected 41 22:5 31:3 38:8 72:4 84:2 86:2 94:2
connecting 42 31:6 35:2 38:8 41:2 49:2 89:3 94:2
connectiondata 18 41:7
connectionerror 11 38:7 125:2
connectionid 8 41:2
connections 19 6:2 30:3 125:2
connectiontoken 10 120:2
connects 10 38:3
console 49 38:3 48:3 49:4 59:2 73:3 83:3 84:2 86:2 94:5 106:2 125:4
const 15 48:3 73:5 86:3
container 8 99:3
content 20 52:5 78:7
control 38 18:3 26:2 44:2 45:2 46:2 48:6 49:6 51:8 101:2
core 27 35:2 38:2 41:8 51:2 83:2 97:2
cors 39 18:2 38:3 44:2 45:2 48:8 49:6 51:6 86:3 90:3
could 31 31:8 38:3 83:3 94:6
couldn 6 31:2 125:2
count 6 10:3
create 8 73:2
credentials 10 18:2 44:2 51:3
curl 7 125:2
current 7 38:2 123:2
currently 8 22:2
custom 8 118:2
dashboard 5 94:2
data 30 31:3 38:2 49:2 66:2 72:5 73:2 76:3 80:2 83:2
debug 21 38:4 41:2
default 11 52:2 83:2 86:2
deploy 11 73:2 123:2
deployed 18 71:2 83:4 94:4
description 5 31:2
dev 15 31:2 101:2 125:2
device 11 73:4 94:2
did 11 38:3 49:2 73:2
directive 5 52:5
directly 6 94:2
disconnect 13 38:2 76:7 105:2
disconnected 48 38:5 76:14 87:2 89:2 94:3 96:2 105:3
disconnecting 6 87:2
disconnects 18 76:3 83:3 87:3 96:2 105:2
docker 17 49:3 94:3 99:4 125:2
document 5 124:2
does 54 6:4 31:4 38:5 49:2 52:2 73:3 83:2 86:2 94:4 96:2 97:2 123:2 125:3
doesn 38 18:2 30:2 38:5 49:4 51:3 83:2 86:2
domain 21 78:2 97:2
don 18 48:3 49:2 76:3
due 20 29:2 62:4
during 56 38:2 41:5 48:3 49:2 71:4 83:7 94:14 120:3 123:3
echo 12 38:2 59:4 84:3
eio 137 26:4 31:2 38:17 48:4 49:11 52:4 61:2 73:6 78:4 83:8 84:3 86:13 94:16 97:4 101:8 102:2 110:2 116:2 118:2 124:4 125:7
either 13 83:4 94:3
elapsed 5 105:4
elephant 6 38:3
emit 7 76:4
enable 6 123:2
enabled 9 94:3
end 15 83:2 88:3 94:2
endpoint 31 4:2 11:4 78:7 83:3 94:4
engine 21 31:3 38:10 83:2 86:2
engineio 17 38:6 49:4
engineioexception 8 49:2
enter 5 94:2
env 5 125:3
err 40 31:5 49:2 59:3 73:3 102:3 110:3 124:3 125:5
errors 29 38:4 41:3 53:2 83:5 86:2 94:3
esp 12 38:7 89:2
establish 14 38:2 71:2 83:2 94:4
established 17 31:4 35:2 38:3
even 11 38:2 76:2
event 21 0:2 31:2 38:5 73:2 76:2
eventlet 7 83:3
events 7 38:4
every 22 83:2 87:3 94:2 96:3 125:3
everything 23 38:2 76:2 83:4 94:2 101:2
example 109 12:2 18:2 31:3 38:9 41:4 49:6 59:4 61:3 78:2 83:6 84:2 86:4 94:18 97:5 112:2 116:2 123:2 124:2 125:5
exception 36 31:10 38:3 62:2 63:3 66:2 123:2
exceptions 12 38:7 125:2
expected 17 22:2 38:2 83:3 94:4
expects 7 62:4 65:2
express 16 27:2 38:3 78:2 101:3
fail 17 83:3 94:3 125:2
failed 160 25:2 26:4 27:7 31:11 38:7 41:8 42:2 48:2 49:5 54:3 61:2 62:7 63:2 71:3 73:4 83:14 86:2 94:29 101:3 110:3 118:3 123:6 124:3 125:5
fails 35 38:4 83:5 94:2 109:2 114:2
false 15 31:3 38:2 51:2
fastapi 7 86:6
file 25 38:5 76:5 88:3 117:2 124:2
files 9 76:4
final 8 38:3
fine 61 5:2 7:2 27:2 31:4 38:7 49:2 73:3 76:3 83:5 94:6 101:3 110:3 125:2
firefox 13 5:2 83:2 94:4
first 9 49:2 57:2 83:2
fix 5 49:2
flask 21 38:7 49:6 83:2 117:2
flutter 5 38:2
following 38 38:3 41:2 52:3 83:4 94:3 123:2
for 92 11:2 31:8 38:13 49:4 54:2 63:3 66:2 83:3 86:2 87:3 94:8 97:4 101:2 117:2 123:2 125:3
forbidden 6 49:2
found 52 27:3 31:3 73:2 83:7 86:6 94:4 97:2 101:7 124:3 125:4
frame 7 38:2 118:4
from 116 31:5 38:18 41:3 44:2 48:5 49:7 51:5 63:2 71:2 73:5 76:4 83:3 86:4 94:5 96:2 97:3 105:4 120:2 124:4
front 8 38:3
function 10 51:2
further 6 38:4
game 5 38:2 94:2
gateway 5 26:2
get 176 7:2 17:2 26:2 31:10 38:21 41:4 48:4 49:8 51:2 59:2 61:2 73:6 76:4 77:2 83:8 84:3 86:8 89:2 90:2 94:10 97:2 99:2 101:11 102:2 110:2 116:2 117:3 120:2 123:2 124:5 125:9
gets 16 87:3 101:2
getting 54 31:2 38:8 41:3 48:3 49:5 83:3 86:2 101:3 106:2 124:2 125:2
gevent 5 117:3
gives 10 31:2 83:2
goes 6 87:2
got 25 38:5 83:3 86:2 102:2 125:2
gunicorn 12 83:5 117:4
had 13 26:2 49:2 83:2 94:3 101:3
handle 8 88:4 117:2
handling 9 31:2
handshake 83 31:4 38:9 41:2 48:2 67:2 71:5 83:10 86:2 94:21 110:2 116:2 123:3
happen 5 38:3
happens 16 38:4 76:2
has 41 38:5 44:2 48:2 49:3 51:3 73:2 78:6 83:2
have 80 31:5 38:9 41:4 49:3 51:2 54:4 73:3 76:5 78:2 83:9 86:2 94:10 123:2 125:3
header 46 18:2 26:3 44:2 46:2 48:6 49:7 51:4 71:3 94:4 101:2 118:2
headers 11 46:2
heroku 13 38:2 83:5
host 24 11:2 38:2 83:3 94:2 99:2 125:2
hosted 13 38:2 83:2
hosting 11 83:3
hostname 5 31:2
how 8 49:2
however 20 49:2 73:2 76:2 83:3
html 16 38:4 84:2 86:2 124:2
httpconnection 5 6:2
httprequestexception 10 6:2 31:4
https 134 12:2 18:2 26:4 27:5 31:20 34:2 38:7 49:10 59:2 61:5 78:9 83:4 86:6 88:3 94:8 97:4 101:2 110:5 112:2 124:3 125:5 126:2
hub 68 4:2 6:4 11:2 12:2 27:2 31:2 41:3 62:4 63:4 76:2 83:2 94:4 123:4 124:3 125:3
hubconnection 12 62:2
hubconnectionbuilder 8 12:3 41:2 72:2
hubconnectioncontext 5 94:4
hubs 13 34:2 41:2 112:2
identity 5 120:3
iis 32 27:6 28:2 35:3 38:2 53:2 71:7
immediately 7 94:2
include 5 38:2
incorrect 6 53:3
index 7 38:3 48:2
indicate 7 6:3
info 22 34:2 38:4 41:2 49:2 83:3 94:2
information 14 27:2 31:2 38:2 94:3 117:2
ingress 5 96:2
initialize 5 38:2 86:2
inner 6 31:5
insecure 9 78:7
inside 7 99:2
installed 10 49:2
instance 9 49:2 103:2
instances 5 83:4
instead 10 83:2 86:2
into 8 38:2 76:3
invalid 51 31:14 38:7 49:2 80:6 83:5 118:4
invaliddataexception 7 62:3 65:2
invalidoperationexception 13 63:3 120:3 124:2
invocation 13 25:2 29:2 62:5 65:2
invoke 12 62:6 63:3
invoking 7 62:3 63:3
ios 16 38:3 73:5 102:2
issue 14 49:3 83:2
java 16 31:3 38:5 41:3 55:2
javascript 14 41:3 86:3
json 15 38:3 124:3
just 23 38:5 49:2 101:2
jwt 6 7:2 114:2
keep 8 49:2 94:2
keeps 8 38:3 101:2
kestrel 8 94:2
know 6 49:2
kuma 6 94:5
laravel 9 38:2 59:4
large 9 76:5 114:2
latest 14 38:9
length 6 41:2
let 10 73:2
level 8 34:2 38:4
lib 8 31:2 38:2
library 12 38:2 41:2 101:2 110:2
like 20 38:4 83:3 86:3 94:3 124:2
limit 6 10:3
line 20 38:5 76:2 86:2 117:2
linux 7 94:2
list 5 29:3
listen 16 38:3 101:7
listening 7 73:2
load 34 26:3 27:2 49:2 83:9 97:2 101:2 109:3
loaded 12 78:7 97:3
loading 9 38:3 94:2
loads 5 94:4
local 30 31:4 38:5 49:3 59:2 73:2 94:3 123:2
localhost 163 27:8 31:2 35:2 38:16 41:5 48:4 49:10 51:5 52:3 54:3 71:3 73:18 74:2 80:2 83:2 84:2 86:11 89:2 94:7 101:9 102:3 110:3 118:3 124:5 125:6
locally 12 94:2
location 13 26:2 61:2 94:2 125:2
log 25 31:3 38:8 76:3 86:2 94:2
logged 10 38:5 83:2 120:2
login 6 94:2
logs 14 38:2 48:2 49:2 94:2 96:2
long 12 123:2
longer 6 114:2
longpolling 9 83:5
loop 5 66:3
machine 13 71:2 73:2 94:2
made 10 38:2 73:2 110:2 123:2
make 16 31:2 125:2
many 7 10:2 115:2
may 12 83:4 94:3
message 83 31:4 38:16 41:2 48:2 49:2 57:2 62:2 76:7 80:2 83:5 86:4 94:2 101:2 105:4
messages 13 57:2
method 30 11:2 38:3 41:4 62:3 63:3 65:2 73:2
microsoft 57 6:2 11:3 22:3 38:2 41:9 62:3 63:3 83:2 94:4 123:2
might 5 31:3
minutes 12 28:2 87:5 96:3
missing 9 11:3 71:2
mixed 7 78:7
mobile 5 87:3
mode 13 86:2 101:2
module 6 38:2 86:2
more 26 30:2 38:2 76:7 83:4 117:2
multiple 15 45:2 83:7
must 22 18:2 44:2 51:3 72:2 78:6 114:2
name 27 41:6 52:2 124:2
namespace 12 38:3 80:6
native 10 31:3 73:3
need 10 117:3
negotiate 75 4:2 11:3 12:2 18:2 27:7 34:2 38:2 41:11 42:2 49:2 51:6 83:2 97:3 100:2 109:2 114:2 124:2
negotiateversion 9 27:3 51:3
negotiation 34 6:2 11:2 27:4 31:2 41:9 48:2 61:2 124:2
net 101 6:2 12:3 31:12 35:3 38:4 41:8 49:2 51:2 59:3 71:2 73:4 76:3 83:2 102:3 110:2 112:2 123:4 124:4 125:6
netty 9 38:9
network 12 73:3 94:3
never 14 5:2 28:3 94:2
new 43 38:11 41:2 48:2 73:4 86:3 89:3 94:2 101:3 125:2
next 5 101:2 118:3
nginx 48 49:8 83:5 86:3 94:16 96:5 125:4
node 38 31:6 38:14 83:2 88:2
nodejs 16 38:7 124:2
none 6 38:2
nothing 13 38:5
notifications 6 94:3
now 18 38:2 86:2 94:3
null 11 62:2
object 10 38:2 63:3
occurred 14 31:3 63:3
occurrences 6 38:4
one 16 38:2 83:5
only 33 38:3 83:3 94:3 97:3
open 22 30:3 38:2 49:2 86:2 94:4 125:2
options 20 31:2 51:2 86:2 90:2 105:2
org 6 84:2
origin 52 18:2 26:2 44:2 45:2 48:6 49:22 51:8 101:2
origins 7 49:2 86:3
other 12 38:2 73:2 83:2 86:2
our 14 21:2 83:4 94:2
out 14 59:3 125:2
over 19 31:2 49:2 78:7 94:2
package 9 38:3 84:2
packages 7 38:3
packet 11 38:6 49:2
page 37 38:3 49:2 78:7 83:4 86:2 94:2 101:2 120:2
parameter 5 11:2
parse 5 38:4
pass 17 18:2 49:2 51:3 94:2
path 27 31:3 38:2 86:10 97:2 101:2
payload 6 115:2
perfectly 5 59:2
php 7 38:3
ping 7 87:3
pinginterval 6 49:2
pingtimeout 8 49:2 87:2
pod 6 83:4
policy 23 44:2 48:3 49:4 51:4 52:5
poll 19 3:2 31:5 38:2 49:3 83:2 102:2
polling 120 26:3 31:3 38:19 44:2 48:4 49:9 52:2 61:2 73:7 78:3 83:7 84:3 86:9 94:4 97:4 101:8 102:2 110:2 116:2 122:2 123:2 124:4 125:6
port 38 26:2 41:2 59:2 73:2 86:3 99:2 110:2 125:11
ports 6 99:2
post 25 27:4 34:2 38:3 83:5 112:2
postman 8 38:3 89:2
preflight 11 18:2 51:4
present 26 26:2 48:5 49:4 73:2 83:3 94:3 101:3
preview 10 38:3
problem 32 27:2 38:3 41:4 76:2 83:5 88:2 94:3
process 7 125:2
production 6 83:2
project 17 38:3 94:2
promise 9 29:2 62:2
properly 8 38:2
property 10 38:3 41:3 66:2
protocol 25 35:2 38:2 62:2 67:3 110:4 124:2
protocols 10 38:8
provides 6 62:4 65:2
proxy 68 49:7 54:6 83:3 86:4 94:21 96:4 97:3 124:2 125:5
proxypass 5 94:4
python 21 38:12
ran 8 49:2 83:2
reach 9 38:6
reaches 5 10:3
react 19 31:3 38:4 73:4 125:2
read 9 38:2 88:4
reason 13 38:2 76:2
receive 15 38:2
received 13 38:2 62:2
receiving 15 83:2 105:4
reconnect 22 28:3 76:5
reconnecting 9 94:4 96:2
redis 9 59:3 83:6
reference 5 66:2
refused 25 52:5 73:4 99:2 102:3 125:7
rejectunauthorized 5 31:3
release 7 38:2
remote 15 31:5 88:2
request 124 6:2 7:2 18:2 31:4 38:19 41:7 44:2 46:2 48:6 49:11 51:5 78:6 83:13 90:2 94:2 117:3 123:2 124:2 125:3
requested 23 26:2 35:2 48:5 49:4 73:2 78:5
requests 24 10:2 38:2 61:2 83:2 94:3
require 11 38:2 48:2 125:2
required 5 11:3
resolved 5 124:2
resource 26 26:3 27:2 48:6 49:5
responded 8 27:2
response 124 6:3 18:2 26:3 31:3 38:15 41:3 44:2 48:3 49:6 51:5 71:2 83:15 84:2 88:4 94:20 101:2 112:2 123:4
results 5 86:2
returned 31 22:3 38:7 67:2 76:10 83:2
returns 18 38:4 86:2
reverse 27 49:4 86:3 94:13 97:2 125:2
root 5 27:2
route 7 86:2 101:4
run 35 3:2 31:2 38:5 86:2 99:2 117:3 122:2 124:2 125:5
running 47 3:3 31:2 38:7 49:3 73:3 78:2 83:9 110:2
sails 6 49:2 94:2
same 37 38:5 48:2 49:4 73:2 83:3 94:2
sample 7 38:3
scale 6 83:5
script 9 38:3 124:2
sdk 8 38:2 49:2 94:2
second 8 120:2
seconds 12 105:4
section 5 117:2
secure 10 31:3 110:3
security 17 5:2 31:10 52:5
see 28 31:5 38:4 84:2 117:2
seems 26 38:9 61:2 76:2 83:2 101:2 125:2
self 16 31:10 52:3 66:2
send 23 38:2 57:2 66:2 72:6 76:3
sending 13 38:3 49:2
sent 11 38:3 72:2
serve 5 101:2
served 5 78:4
servers 11 83:3
serversentevents 8 83:3
service 47 11:3 12:3 19:2 21:2 22:5 38:2 63:3 83:3 96:2 112:2 114:2 121:2 123:2
session 20 83:12 109:2
sessions 5 83:2
set 30 38:2 94:3 123:2 125:2
setting 10 11:2 94:2
setup 10 94:2 125:2
shows 13 83:2 102:2
sid 30 38:2 49:3 83:8 94:7 118:2
side 26 38:5 41:2 76:4 96:2
signalr 188 4:2 5:2 7:3 11:4 12:3 19:2 21:2 22:5 27:7 31:3 35:4 38:6 40:2 41:22 42:2 51:2 54:3 61:2 62:6 63:4 66:2 67:2 71:7 72:4 73:3 76:3 77:2 83:9 94:9 96:4 97:2 100:2 109:2 112:2 114:3 120:4 121:2 123:6 124:7
signed 11 31:10
simple 8 76:2
since 11 86:2 123:2 125:2
single 7 83:5
sio 13 38:2 86:3 101:2 125:2
site 14 38:2 123:2
socketengine 5 38:2
socketenginepolling 5 31:2 38:2
socketio 75 26:2 31:3 38:32 49:5 73:2 83:4 86:9 101:2 117:2 125:3
socketioclient 14 31:4 38:6
socketmanager 5 38:2 86:2
sockets 21 30:2 73:2 83:4 94:3
some 16 38:3 76:3
sometimes 6 83:2
src 13 38:2 52:6 124:2
sse 6 83:2
ssl 29 31:11 49:2 59:2 94:4 110:5
start 58 27:2 38:8 41:3 42:2 48:3 72:4 83:9 94:7 101:2 123:2 125:2
started 10 72:2
starting 11 41:2 83:2 123:2
starts 11 38:2 83:2
state 11 57:2 72:3
status 73 6:3 10:2 22:2 25:2 26:3 27:3 38:5 41:2 42:2 49:5 51:2 76:3 83:7 86:4 94:3 97:2 101:2 118:2 120:2
sticky 6 83:2 109:2
still 11 31:2 83:2
string 16 11:6 12:2 38:3
sub 6 97:2
success 8 6:3
support 9 83:2 94:2
supported 16 35:2 38:2 67:3 123:4
swift 6 38:3
switch 6 123:2
system 51 31:7 35:2 38:3 55:2 59:2 62:2 63:5 65:2 83:2 88:2 123:2 125:2
tab 7 29:2 87:3
tabs 6 30:3 87:3
target 8 62:4 65:2
test 94 26:2 27:2 31:3 34:2 38:8 41:4 49:6 52:3 59:2 61:3 76:2 78:3 83:9 84:3 86:3 94:11 97:4 125:4
text 9 76:3
than 22 30:2 76:11 83:3 114:2
that 76 31:4 38:6 48:2 49:5 51:3 71:3 73:3 76:4 83:5 84:2 86:3 90:2 94:3 105:2 114:2 120:2 123:2 125:2
then 24 38:5 83:2 94:3
there 52 38:2 41:3 62:2 83:9 86:2 94:9 96:2 123:3
therefore 7 26:2 49:2
they 16 38:4
this 126 31:5 35:2 38:21 41:4 49:3 53:2 54:2 63:2 73:2 76:4 78:6 83:4 84:2 86:8 89:2 94:8 101:9 102:2 123:3 124:3 125:4
through 11 49:2 94:3
throws 7 38:2
time 16 83:3
timed 7 59:3 125:2
timeout 16 71:2 87:4 105:4
times 5 83:3
token 29 6:2 7:4 94:4 112:2 114:2 124:2
too 10 10:2 76:3 114:2 115:2
trace 5 34:2
traffic 6 3:2
transports 27 31:3 35:2 41:3 83:2 84:2 116:3 123:3
tried 27 31:3 38:5 41:2 125:2
tries 6 86:2
true 32 38:5 41:2 44:2 49:2 51:2 73:3 86:4 110:2 125:4
try 42 31:2 38:12 41:2 73:2 76:2 83:4 86:2 88:2 89:2 101:2
trying 52 31:2 38:17 41:3 49:2 83:4 86:5 94:2 97:2
two 15 38:4 83:5
type 25 31:2 38:3 62:2 63:3 66:2
typeerror 8 38:3 41:2 94:2
unable 28 31:5 63:3 83:3
unauthorized 9 6:3
uncaught 14 29:2 38:2 62:2 83:2
undefined 14 38:4 41:2 94:3
underlying 7 29:2
unexpected 65 38:9 48:2 63:3 71:2 83:10 86:3 94:19 123:4 124:3
unity 9 38:6
unknown 23 38:5 83:7 116:2 124:4
unsupported 13 38:10 123:2
update 8 38:2
upgrade 28 38:2 49:4 71:2 76:2 86:2 94:2 118:2
upgrades 6 38:2 49:2
uri 10 6:2
url 72 6:2 12:3 27:2 31:3 38:11 41:6 49:2 61:3 73:3 78:2 84:2 86:7 94:3 124:3 125:2
use 42 38:6 73:2 76:2 83:4 94:4 97:2 117:3 125:2
used 7 86:2
user 19 87:3 120:5
users 6 87:2
uses 11 83:2
using 113 3:2 31:3 38:21 41:4 49:3 51:2 59:2 71:2 73:3 76:4 78:3 83:9 86:4 89:4 94:13 96:2 101:4 123:3
valid 13 29:3 83:2 94:2
validation 7 4:2 31:4
value 20 18:2 44:2 51:4 94:3
var 22 31:2 38:4 73:2 89:2
verify 7 31:7
version 82 3:3 31:4 38:38 48:3 49:4 76:2 83:5 86:3 94:4 101:2 125:2
versions 5 38:2
via 18 38:2 94:2 97:2
view 6 80:2
virtual 5 27:3
waiting 7 38:2 86:2
warning 15 38:2 86:2
was 75 22:2 38:8 41:2 48:2 49:2 62:2 71:2 73:2 76:2 78:7 83:6 94:13
web 38 35:2 38:2 44:2 49:2 76:2 83:6 87:2 94:5 123:2 124:2 125:2
website 13 49:2 123:3
websocket 182 31:3 35:4 38:12 41:2 48:3 49:10 52:3 54:5 57:2 71:6 73:5 76:3 78:2 83:21 84:4 86:5 89:5 94:36 96:2 101:2 102:3 109:2 116:3 117:3 118:6 122:3 123:6 124:2
websocketpp 6 88:4
websockets 69 31:2 35:3 42:2 48:2 49:2 54:2 71:3 83:9 86:2 94:11 97:2 123:11
well 9 38:3
what 5 49:3
where 11 38:2 94:2 123:2
which 35 31:3 38:5 44:2 48:2 49:3 83:3 94:2
while 42 31:4 38:6 49:2 63:3 73:3 83:2 86:2 94:2
will 48 22:2 31:2 38:6 49:2 66:2 73:2 76:5 83:3 105:2 124:2
window 7 87:2
windows 19 35:2 71:3 90:3 123:4
without 18 71:2 105:4
won 5 94:2
work 51 30:2 38:7 41:2 49:3 73:4 83:3 86:4 89:2 94:5 99:2 125:2
worked 11 38:2 123:2
worker 10 83:6
workers 9 83:5 117:2
working 53 3:2 27:2 28:2 31:2 38:6 49:2 73:3 83:5 86:3 94:4 101:4 106:2 124:2
works 101 5:2 7:2 27:4 31:4 38:12 49:6 51:2 59:3 71:2 73:5 76:4 83:4 86:4 94:8 97:2 99:3 101:4 110:2 122:2 125:2
wss 44 31:2 52:4 78:2 83:5 84:2 86:2 88:2 94:15 123:2
www 10 38:3
xhr 22 3:2 31:4 38:4 49:3 102:2
xmlhttprequest 27 18:2 44:2 48:3 49:4 51:4 73:2 78:5
xxx 13 94:4
you 37 27:2 31:4 38:10 48:2 73:2 76:4 94:2 117:3
your 10 31:2 38:2 49:2`;
